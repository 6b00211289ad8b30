import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { FunnelTrend } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { Interval } from './funnel-search';
import type { Cohort } from './use-funnel';

/** The funnel by week or month of entry. */
export function useFunnelTrend(
  funnelId: string,
  interval: Interval,
  standpoint: StandpointQuery | undefined,
  { from, to }: Cohort,
) {
  return useQuery<FunnelTrend>({
    queryKey: ['funnel-trend', funnelId, interval, standpoint, from, to],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<FunnelTrend>(
        api.GET('/api/v1/funnels/{funnelId}/trend', {
          signal,
          params: {
            path: { funnelId },
            query: {
              ...standpoint,
              interval,
              ...(from === undefined ? {} : { from }),
              ...(to === undefined ? {} : { to }),
            },
          },
        }),
      ),
  });
}
