import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { DropOff } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';

/** Whether people stop after a feature. */
export function useDropOff(
  standpoint: StandpointQuery | undefined,
  feature: string | undefined,
  customer: string | undefined,
) {
  return useQuery({
    queryKey: ['drop-off', standpoint, feature, customer],
    enabled: standpoint !== undefined && feature !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<DropOff>(
        api.GET('/api/v1/features/{feature}/drop-off', {
          signal,
          params: {
            path: { feature: feature ?? '' },
            query: { ...standpoint, ...(customer === undefined ? {} : { customer }) },
          },
        }),
      ),
  });
}
