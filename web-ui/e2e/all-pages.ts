import type { APIRequestContext } from '@playwright/test';
import { NAVIGATION } from '../src/app/navigation';
import { TABS } from '../src/features/customer/customer-search';

/** The addresses of all pages on whatever is in the log: those of the navigation, of one customer, and of each funnel. */
export async function allPages(request: APIRequestContext): Promise<string[]> {
  const { customers } = (await (await request.get('/api/v1/customers?limit=1&status=live')).json()) as {
    customers: { customerId: string }[];
  };
  const { funnels } = (await (await request.get('/api/v1/funnels')).json()) as { funnels: { funnelId: string }[] };
  const customerId = customers[0]?.customerId ?? '';
  return [
    ...NAVIGATION.flatMap(({ pages }) => pages).map(({ to }) => to),
    ...TABS.map((tab) => `/customers/${customerId}?tab=${tab}`),
    ...funnels.map(({ funnelId }) => `/funnels/${funnelId}`),
  ];
}
