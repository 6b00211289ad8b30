import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { StandpointQuery } from '../../shared/api/use-standpoint';

/** The plans in use on a day, for the filter. */
export function usePlans(standpoint: StandpointQuery | undefined) {
  return useQuery({
    queryKey: ['plans', standpoint],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<{ plans: string[] }>(
        api.GET('/api/v1/customers/plans', { signal, params: { query: { ...standpoint } } }),
      ),
  });
}
