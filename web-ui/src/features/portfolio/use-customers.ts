import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { CustomerList } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { untilCaughtUp } from '../../shared/risk/until-caught-up';
import { parseSort, stringifySort, type PortfolioSearch } from './portfolio-search';

/** The greatest page the server gives: 20,000 customers are forty requests, made as the reader scrolls. */
const PAGE = 500;

/** What of the address the server is asked for: columns and the name of the view are the page's own. */
export type CustomerFilters = Omit<PortfolioSearch, 'columns' | 'view' | 'look'>;

/** Asks for a page of the customers that match. */
export function askForCustomers(
  standpoint: StandpointQuery,
  { sort, status, ...filters }: CustomerFilters,
  cursor?: string,
  signal?: AbortSignal,
): Promise<CustomerList> {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  return answerOf<CustomerList>(
    api.GET('/api/v1/customers', {
      ...(signal === undefined ? {} : { signal }),
      params: {
        query: {
          ...standpoint,
          ...Object.fromEntries(given),
          status: status ?? 'all',
          sort: stringifySort(parseSort(sort)),
          limit: PAGE,
          ...(cursor === undefined ? {} : { cursor }),
        },
      },
    }),
  );
}

/** The customers that match the filters on a day, page by page. The last list stays while a new one loads. */
export function useCustomers(standpoint: StandpointQuery | undefined, filters: CustomerFilters) {
  return useInfiniteQuery({
    queryKey: ['customers', standpoint, filters],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => askForCustomers(standpoint ?? { asOf: '' }, filters, pageParam, signal),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) => untilCaughtUp(state.data?.pages[0]),
  });
}
