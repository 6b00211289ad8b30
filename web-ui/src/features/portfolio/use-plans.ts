import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';

/** The plans in use on a day, for the filter. */
export function usePlans(asOf: string | undefined) {
  return useQuery({
    queryKey: ['plans', asOf],
    enabled: asOf !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<{ plans: string[] }>(
        api.GET('/api/v1/customers/plans', { signal, params: { query: asOf === undefined ? {} : { asOf } } }),
      ),
  });
}
