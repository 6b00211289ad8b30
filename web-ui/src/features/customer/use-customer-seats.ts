import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { CustomerSeats } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';

/** Seats of a customer: those of the day, week by week over a year, and page by page what moved them. */
export function useCustomerSeats(customerId: string, standpoint: StandpointQuery) {
  return useInfiniteQuery({
    queryKey: ['customer-seats', customerId, standpoint],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf<CustomerSeats>(
        api.GET('/api/v1/customers/{customerId}/seats', {
          signal,
          params: {
            path: { customerId },
            query: {
              ...standpoint,
              every: 'week',
              limit: 50,
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
