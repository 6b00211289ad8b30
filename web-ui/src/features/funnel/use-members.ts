import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { FunnelMembers } from '../../shared/api/types';
import type { Outcome } from './funnel-search';
import type { Cohort } from './use-funnel';

const PAGE = 100;

/** The customers behind one part of a bar, page by page. Without an outcome nothing is asked. */
export function useMembers(
  funnelId: string,
  index: number,
  outcome: Outcome | undefined,
  standpoint: StandpointQuery | undefined,
  { from, to }: Cohort,
) {
  return useInfiniteQuery({
    queryKey: ['members', funnelId, index, outcome, standpoint, from, to],
    enabled: standpoint !== undefined && outcome !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf<FunnelMembers>(
        api.GET('/api/v1/funnels/{funnelId}/steps/{index}/members', {
          signal,
          params: {
            path: { funnelId, index },
            query: {
              outcome: outcome ?? 'reached',
              ...standpoint,
              ...(from === undefined ? {} : { from }),
              ...(to === undefined ? {} : { to }),
              limit: PAGE,
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
