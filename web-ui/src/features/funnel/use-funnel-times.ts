import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { FunnelTimes } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { Cohort } from './use-funnel';

/** How long it took from a step to the later ones. */
export function useFunnelTimes(
  funnelId: string,
  since: number,
  standpoint: StandpointQuery | undefined,
  { from, to }: Cohort,
) {
  return useQuery<FunnelTimes>({
    queryKey: ['funnel-times', funnelId, since, standpoint, from, to],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<FunnelTimes>(
        api.GET('/api/v1/funnels/{funnelId}/times', {
          signal,
          params: {
            path: { funnelId },
            query: {
              ...standpoint,
              step: String(since),
              ...(from === undefined ? {} : { from }),
              ...(to === undefined ? {} : { to }),
            },
          },
        }),
      ),
  });
}
