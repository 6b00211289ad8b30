import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { CustomerOnboarding } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';

/** The onboarding of a customer, task by task. */
export function useOnboarding(customerId: string, standpoint: StandpointQuery) {
  return useQuery({
    queryKey: ['customer-onboarding', customerId, standpoint],
    queryFn: ({ signal }) =>
      answerOf<CustomerOnboarding>(
        api.GET('/api/v1/customers/{customerId}/onboarding', {
          signal,
          params: { path: { customerId }, query: { ...standpoint } },
        }),
      ),
  });
}
