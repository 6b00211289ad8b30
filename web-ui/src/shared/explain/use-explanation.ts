import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Explanation } from '../api/types';

const PAGE = 100;

/** The events behind a figure, page by page. The question already says as of when, and what was known. */
export function useExplanation(question: string) {
  return useInfiniteQuery({
    queryKey: ['explain', question],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf<Explanation>(
        api.GET('/api/v1/explain', {
          signal,
          params: {
            query: {
              ...Object.fromEntries(new URLSearchParams(question)),
              limit: PAGE,
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
