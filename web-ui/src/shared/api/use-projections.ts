import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { ProjectionStatus } from './types';

/** How far the log and its projections are. Asked again every half minute, as it is the page's pulse. */
export function useProjections() {
  return useQuery({
    queryKey: ['projections'],
    queryFn: ({ signal }) => answerOf<ProjectionStatus>(api.GET('/api/v1/projections', { signal })),
    refetchInterval: 30_000,
  });
}
