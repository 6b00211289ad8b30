import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { SeatOverview } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { SeatsSearch } from './seats-search';

const PAGE = 50;

/** Seats of every customer, the most money in the gap first, and those of all together. */
export function useSeatOverview(standpoint: StandpointQuery | undefined, filters: SeatsSearch) {
  return useInfiniteQuery({
    queryKey: ['seats', standpoint, filters],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf<SeatOverview>(
        api.GET('/api/v1/seats', {
          signal,
          params: {
            query: {
              ...standpoint,
              status: 'live',
              gap: filters.gap ?? 'training',
              sort: '-money',
              limit: PAGE,
              ...(filters.utilisation === undefined ? {} : { utilisation: filters.utilisation }),
              ...(filters.search === undefined ? {} : { search: filters.search }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
