import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { CustomerHistory } from '../../shared/api/types';

const PAGE = 50;

/** What happened to a customer up to a day, newest first, page by page. */
export function useHistory(customerId: string, asOf: string | undefined, type: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['history', customerId, asOf, type],
    enabled: asOf !== undefined,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf<CustomerHistory>(
        api.GET('/api/v1/customers/{customerId}/history', {
          signal,
          params: {
            path: { customerId },
            query: {
              ...(asOf === undefined ? {} : { asOf }),
              ...(type === undefined ? {} : { type }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
              limit: PAGE,
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
