import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { CustomerList } from '../../shared/api/types';
import { parseSort, stringifySort, type PortfolioSearch } from './portfolio-search';

/** The greatest page the server gives: 20,000 customers are forty requests, made as the reader scrolls. */
const PAGE = 500;

/** The customers that match the filters on a day, page by page. The last list stays while a new one loads. */
export function useCustomers(asOf: string | undefined, filters: PortfolioSearch) {
  return useInfiniteQuery({
    queryKey: ['customers', asOf, filters],
    enabled: asOf !== undefined,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf<CustomerList>(
        api.GET('/api/v1/customers', {
          signal,
          params: {
            query: {
              ...(asOf === undefined ? {} : { asOf }),
              ...(filters.search === undefined ? {} : { search: filters.search }),
              ...(filters.plan === undefined ? {} : { plan: filters.plan }),
              status: filters.status ?? 'all',
              sort: stringifySort(parseSort(filters.sort)),
              limit: PAGE,
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
