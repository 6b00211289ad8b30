import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { CustomerUsers } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';

/** The people of a customer, page by page. */
export function useUsers(customerId: string, standpoint: StandpointQuery) {
  return useInfiniteQuery({
    queryKey: ['users', customerId, standpoint],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf<CustomerUsers>(
        api.GET('/api/v1/customers/{customerId}/users', {
          signal,
          params: {
            path: { customerId },
            query: { ...standpoint, limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
