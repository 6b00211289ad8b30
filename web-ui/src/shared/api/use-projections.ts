import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { ProjectionStatus } from './types';

/** How far the log and its projections are: the page's pulse. It beats faster while a view is being built anew. */
export function useProjections() {
  return useQuery({
    queryKey: ['projections'],
    queryFn: ({ signal }) => answerOf<ProjectionStatus>(api.GET('/api/v1/projections', { signal })),
    refetchInterval: ({ state }) =>
      state.data?.projections.some(({ rebuild }) => rebuild !== null) === true ? 1_000 : 30_000,
  });
}
