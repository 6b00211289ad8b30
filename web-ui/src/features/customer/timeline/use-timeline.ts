import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../shared/api/client';
import type { Timeline } from '../../../shared/api/types';
import type { StandpointQuery } from '../../../shared/api/use-standpoint';

/** The whole life of a customer in lanes. It comes at once, so that zooming asks for nothing. */
export function useTimeline(customerId: string, standpoint: StandpointQuery) {
  return useQuery({
    queryKey: ['timeline', customerId, standpoint],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<Timeline>(
        api.GET('/api/v1/customers/{customerId}/timeline', {
          signal,
          params: { path: { customerId }, query: { ...standpoint } },
        }),
      ),
  });
}
