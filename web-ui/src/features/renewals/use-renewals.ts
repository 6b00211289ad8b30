import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { Renewals } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { daysOfQuarter, type Quarter } from './quarter';

const PAGE = 100;

/** Renewals due in a quarter and what came of them, by due day. */
export function useRenewals(standpoint: StandpointQuery | undefined, quarter: Quarter | undefined) {
  return useInfiniteQuery({
    queryKey: ['renewals', standpoint, quarter],
    enabled: standpoint !== undefined && quarter !== undefined,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf<Renewals>(
        api.GET('/api/v1/revenue/renewals', {
          signal,
          params: {
            query: {
              ...standpoint,
              ...(quarter === undefined ? {} : daysOfQuarter(quarter)),
              limit: PAGE,
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
