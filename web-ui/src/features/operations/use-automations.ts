import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { AutomationState, FailedOrders, ParkedEvents } from '../../shared/api/types';

/** How far the automations are, what waits, and what failed. */
export function useAutomations() {
  return useQuery({
    queryKey: ['automations'],
    refetchInterval: 30_000,
    queryFn: async ({ signal }) => {
      const [state, failed, parked] = await Promise.all([
        answerOf<AutomationState>(api.GET('/api/v1/automations', { signal })),
        answerOf<FailedOrders>(api.GET('/api/v1/automations/failed', { signal })),
        answerOf<ParkedEvents>(api.GET('/api/v1/automations/parked', { signal })),
      ]);
      return { state, failed: failed.orders, parked: parked.events };
    },
  });
}
