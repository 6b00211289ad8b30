import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf, api } from '../../shared/api/client';
import type { LogSearch } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { type AuditFilters, logQueryOf } from './audit-search';

const PAGE = 50;
/** So many pages without an event are passed over by themselves, then the reader is asked. */
const MOST_EMPTY_PAGES = 10;

/** The events of the log that match, newest first, page by page. A page may be empty and yet have another after it. */
export function useLog(standpoint: StandpointQuery | undefined, filters: AuditFilters) {
  const query = logQueryOf(filters);
  const log = useInfiniteQuery({
    queryKey: ['log', standpoint, query],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf<LogSearch>(
        api.GET('/api/v1/log', {
          signal,
          params: {
            // The description does not say that the type may be repeated.
            query: {
              ...standpoint,
              ...(query as { type?: string }),
              limit: PAGE,
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

  const pages = log.data?.pages ?? [];
  const searchOn =
    log.hasNextPage &&
    !log.isFetching &&
    !log.isError &&
    pages.length < MOST_EMPTY_PAGES &&
    pages.every(({ events }) => events.length === 0);
  const { fetchNextPage } = log;
  useEffect(() => {
    if (searchOn) {
      void fetchNextPage();
    }
  }, [searchOn, fetchNextPage]);
  return log;
}
