import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { Engagement } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { EngagementSearch } from './engagement-search';

/** How regularly people and accounts use the product, and how their number moves. */
export function useEngagement(
  standpoint: StandpointQuery | undefined,
  { customer, interval = 'four-weeks', days }: EngagementSearch,
) {
  return useQuery({
    queryKey: ['engagement', standpoint, customer, interval, days],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<Engagement>(
        api.GET('/api/v1/engagement', {
          signal,
          params: {
            query: {
              ...standpoint,
              interval,
              workingDays: String(days === 'working'),
              ...(customer === undefined ? {} : { customer }),
            },
          },
        }),
      ),
  });
}
