import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { CustomerList } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';

/** The greatest page the server gives, and how many are looked through: a renewal knows the id of its customer only. */
const PAGE = 500;
const MOST_PAGES = 4;

/** The names of customers by their ids; of an id that was not found the page goes on to show the id. */
export function useCustomerNames(standpoint: StandpointQuery | undefined) {
  return useQuery({
    queryKey: ['customer-names', standpoint],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const names = new Map<string, string>();
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        // Each page says where the next one begins.
        // oxlint-disable-next-line no-await-in-loop
        const found: CustomerList = await answerOf<CustomerList>(
          api.GET('/api/v1/customers', {
            signal,
            params: {
              query: {
                ...standpoint,
                status: 'all',
                limit: PAGE,
                ...(cursor === undefined ? {} : { cursor }),
              },
            },
          }),
        );
        found.customers.forEach(({ customerId, name }) => names.set(customerId, name));
        if (found.nextCursor === null) {
          break;
        }
        cursor = found.nextCursor;
      }
      return names as ReadonlyMap<string, string>;
    },
  });
}
