import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { Support } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { SupportSearch } from './support-search';

/** What customers asked for help with, counted over all of them or one. */
export function useSupportOfAll(standpoint: StandpointQuery | undefined, { customer, from, to }: SupportSearch) {
  return useQuery({
    queryKey: ['support-of-all', standpoint, customer, from, to],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<Support>(
        api.GET('/api/v1/support', {
          signal,
          params: {
            query: {
              ...standpoint,
              ...(customer === undefined ? {} : { customer }),
              ...(from === undefined ? {} : { from }),
              ...(to === undefined ? {} : { to }),
            },
          },
        }),
      ),
  });
}
