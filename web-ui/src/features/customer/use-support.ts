import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { Support } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';

/** What a customer asked for help with, counted. */
export function useSupport(customerId: string, standpoint: StandpointQuery) {
  return useQuery({
    queryKey: ['support', customerId, standpoint],
    queryFn: ({ signal }) =>
      answerOf<Support>(
        api.GET('/api/v1/support', { signal, params: { query: { ...standpoint, customer: customerId } } }),
      ),
  });
}
