import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { CustomerPage } from '../../shared/api/types';

/** One customer with its terms on a day. */
export function useCustomer(customerId: string, standpoint: StandpointQuery | undefined) {
  return useQuery<CustomerPage>({
    queryKey: ['customer', customerId, standpoint],
    enabled: standpoint !== undefined,
    // Another day of the same customer may stand in while it loads; another customer may not.
    placeholderData: (previous: CustomerPage | undefined) =>
      previous?.customer.customerId === customerId ? previous : undefined,
    queryFn: ({ signal }) =>
      answerOf<CustomerPage>(
        api.GET('/api/v1/customers/{customerId}', {
          signal,
          params: { path: { customerId }, query: { ...standpoint } },
        }),
      ),
  });
}
