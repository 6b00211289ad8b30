import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { Totals } from '../../shared/api/types';

/** Totals over all customers on a day, whatever the table is filtered by. */
export function useTotals(standpoint: StandpointQuery | undefined) {
  return useQuery({
    queryKey: ['totals', standpoint],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<Totals>(api.GET('/api/v1/totals', { signal, params: { query: { ...standpoint } } })),
  });
}
