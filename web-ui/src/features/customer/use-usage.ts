import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { Usage } from '../../shared/api/types';

/** Use per day over the 52 weeks that end with the day. */
export function useUsage(customerId: string, asOf: string | undefined) {
  return useQuery({
    queryKey: ['usage', customerId, asOf],
    enabled: asOf !== undefined,
    queryFn: ({ signal }) =>
      answerOf<Usage>(
        api.GET('/api/v1/customers/{customerId}/usage', {
          signal,
          params: { path: { customerId }, query: asOf === undefined ? {} : { asOf } },
        }),
      ),
  });
}
