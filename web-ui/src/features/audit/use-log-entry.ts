import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { LogEntry } from '../../shared/api/types';

/** One event with its proof, its relatives and the state of its thing. */
export function useLogEntry(position: number) {
  return useQuery({
    queryKey: ['log-entry', position],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<LogEntry>(
        api.GET('/api/v1/log/{position}', { signal, params: { path: { position: String(position) } } }),
      ),
  });
}
