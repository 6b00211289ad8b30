import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';

/** So many times it is asked again for what is still being computed, a second apart. */
const MOST_WAITS = 60;

/** Answers stay fresh for half a minute. A refusal is final; only silence and server errors are worth a second try. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          isBeingComputed(error)
            ? failures < MOST_WAITS
            : failures < 1 && !(error instanceof ApiProblem && error.status < 500),
        retryDelay: (_, error) => (isBeingComputed(error) ? 1000 : 700),
      },
    },
  });
}

const isBeingComputed = (error: unknown) => error instanceof ApiProblem && error.code === 'NOT_CAUGHT_UP';
