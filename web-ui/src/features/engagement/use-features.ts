import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { CustomerList, Explanation } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';

const MOST_FEATURES = 500;

/** Names of the features in the catalogue. They are the same for all customers, and counted at one of them. */
export function useFeatures(standpoint: StandpointQuery | undefined, customer: string | undefined) {
  return useQuery({
    queryKey: ['features', standpoint, customer],
    enabled: standpoint !== undefined,
    queryFn: async ({ signal }) => {
      const any =
        customer ??
        (
          await answerOf<CustomerList>(
            api.GET('/api/v1/customers', { signal, params: { query: { ...standpoint, status: 'all', limit: 1 } } }),
          )
        ).customers[0]?.customerId;
      if (any === undefined) {
        return [];
      }
      const catalogue = await answerOf<Explanation>(
        api.GET('/api/v1/explain', {
          signal,
          params: {
            query: { ...standpoint, figure: 'breadth.features-catalogued', customer: any, limit: MOST_FEATURES },
          },
        }),
      );
      return catalogue.evidence.map(({ subject }) => subject);
    },
  });
}
