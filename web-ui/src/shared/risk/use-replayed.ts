import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query';
import type { Replayed } from './evaluation-answers';

/** Asking again waits on the server for ten seconds by itself. */
const PAUSE_MILLISECONDS = 500;

/** Work over the whole history: asked for until it is done. What was there before stands in until then. */
export function useReplayed<Answer>(
  queryKey: QueryKey,
  enabled: boolean,
  ask: (signal: AbortSignal) => Promise<Replayed<Answer>>,
) {
  return useQuery({
    queryKey,
    enabled,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => ask(signal),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? PAUSE_MILLISECONDS : false),
  });
}
