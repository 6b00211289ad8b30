import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { askForRisk } from '../../shared/risk/use-few-at-risk';
import { untilCaughtUp } from '../../shared/risk/until-caught-up';
import type { RiskSearch } from './risk-search';

const PAGE = 50;

/** Customers on the day, page by page. */
export function useRiskList(standpoint: StandpointQuery | undefined, filters: RiskSearch) {
  return useInfiniteQuery({
    queryKey: ['risk-list', standpoint, filters],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      askForRisk(
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
    refetchInterval: ({ state }) => untilCaughtUp(state.data?.pages[0]),
  });
}
