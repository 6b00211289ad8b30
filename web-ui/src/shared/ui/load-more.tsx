import { Button } from '@mantine/core';
import { ProblemMessage } from './problem-message';

interface Props {
  /** A query that is answered page by page. */
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: unknown;
    fetchNextPage: () => unknown;
  };
  children?: string;
}

/** The way to the next page of a list, under it; gone when there is none. */
export function LoadMore({ query, children = 'Load more' }: Props) {
  return (
    <>
      {query.isFetchNextPageError && <ProblemMessage error={query.error} onRetry={() => void query.fetchNextPage()} />}
      {query.hasNextPage && (
        <div>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {children}
          </Button>
        </div>
      )}
    </>
  );
}
