import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { Totals } from '../../shared/api/types';

/** Totals over all customers on a day, whatever the table is filtered by. */
export function useTotals(asOf: string | undefined) {
  return useQuery({
    queryKey: ['totals', asOf],
    enabled: asOf !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<Totals>(api.GET('/api/v1/totals', { signal, params: { query: asOf === undefined ? {} : { asOf } } })),
  });
}
