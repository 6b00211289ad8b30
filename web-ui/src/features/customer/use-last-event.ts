import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { CustomerHistory, HistoryEvent } from '../../shared/api/types';

/** The last event of a type in the history of a customer, up to a day; null when there is none. */
export function useLastEvent(customerId: string, type: string, asOf: string) {
  return useQuery({
    queryKey: ['last-event', customerId, type, asOf],
    queryFn: async ({ signal }): Promise<HistoryEvent | null> => {
      const history = await answerOf<CustomerHistory>(
        api.GET('/api/v1/customers/{customerId}/history', {
          signal,
          params: { path: { customerId }, query: { asOf, type, limit: 1 } },
        }),
      );
      return history.events[0] ?? null;
    },
  });
}
