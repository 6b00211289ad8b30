import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { RiskList } from '../../shared/risk/answers';
import type { RiskSearch } from './risk-search';

const PAGE = 50;

function ask(query: Record<string, string | number>, signal: AbortSignal) {
  return answerOf<RiskList>(api.GET('/api/v1/risk', { signal, params: { query } }));
}

/** Customers on the day, page by page. */
export function useRiskList(standpoint: StandpointQuery | undefined, filters: RiskSearch) {
  return useInfiniteQuery({
    queryKey: ['risk-list', standpoint, filters],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask(
        {
          ...standpoint,
          ...filters,
          sort: filters.sort ?? '-risk',
          limit: PAGE,
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
        signal,
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** The first few customers by another order, for a list beside the table. */
export function useFewAtRisk(
  standpoint: StandpointQuery | undefined,
  filters: Pick<RiskSearch, 'sort' | 'disagreement'>,
  limit: number,
) {
  return useQuery({
    queryKey: ['risk-few', standpoint, filters, limit],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ask({ ...standpoint, ...filters, limit }, signal),
  });
}
