import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { CustomerTickets } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { CustomerSearch } from './customer-search';

/** The tickets of a customer, newest first, page by page. */
export function useTickets(
  customerId: string,
  standpoint: StandpointQuery,
  { tickets, level }: Pick<CustomerSearch, 'tickets' | 'level'>,
) {
  return useInfiniteQuery({
    queryKey: ['tickets', customerId, standpoint, tickets, level],
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf<CustomerTickets>(
        api.GET('/api/v1/customers/{customerId}/tickets', {
          signal,
          params: {
            path: { customerId },
            query: {
              ...standpoint,
              limit: 100,
              ...(tickets === undefined ? {} : { state: tickets }),
              ...(level === undefined ? {} : { level }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
