import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { Breadth } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';

/** How widely a customer uses what it bought: people, departments, features. */
export function useBreadth(customerId: string, standpoint: StandpointQuery) {
  return useQuery({
    queryKey: ['breadth', customerId, standpoint],
    queryFn: ({ signal }) =>
      answerOf<Breadth>(
        api.GET('/api/v1/customers/{customerId}/breadth', {
          signal,
          params: { path: { customerId }, query: { ...standpoint } },
        }),
      ),
  });
}
