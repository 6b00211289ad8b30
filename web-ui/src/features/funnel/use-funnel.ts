import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { Funnel } from '../../shared/api/types';

export interface Cohort {
  from: string | undefined;
  to: string | undefined;
}

/** How far the customers who entered in the period had come by the day. */
export function useFunnel(funnelId: string, standpoint: StandpointQuery | undefined, { from, to }: Cohort) {
  return useQuery<Funnel>({
    queryKey: ['funnel', funnelId, standpoint, from, to],
    enabled: standpoint !== undefined,
    placeholderData: (previous: Funnel | undefined) => (previous?.funnelId === funnelId ? previous : undefined),
    queryFn: ({ signal }) =>
      answerOf<Funnel>(
        api.GET('/api/v1/funnels/{funnelId}', {
          signal,
          params: {
            path: { funnelId },
            query: {
              ...standpoint,
              ...(from === undefined ? {} : { from }),
              ...(to === undefined ? {} : { to }),
            },
          },
        }),
      ),
  });
}
