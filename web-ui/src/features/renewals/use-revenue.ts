import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { Revenue } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';

/** What became of the revenue of a year ago, as a whole and month by month. */
export function useRevenue(standpoint: StandpointQuery | undefined) {
  return useQuery({
    queryKey: ['revenue', standpoint],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<Revenue>(api.GET('/api/v1/revenue', { signal, params: { query: { ...standpoint } } })),
  });
}
