import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';

/** Answers stay fresh for half a minute. A refusal is final; only silence and server errors are worth a second try. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 1 && !(error instanceof ApiProblem && error.status < 500),
        retryDelay: 700,
      },
    },
  });
}
