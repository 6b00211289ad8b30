import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { FeedEvent } from '../api/types';

/** The event at a position of the log, with all that is stored of it; asked for once it is opened. Never changes. */
export function useEventAt(position: number, enabled: boolean) {
  return useQuery({
    queryKey: ['event-at', position],
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const [event] = await answerOf<FeedEvent[]>(
        api.GET('/api/v1/events', { signal, params: { query: { after: position - 1, limit: 1 } } }),
      );
      if (event === undefined || event.position !== position) {
        throw new Error(`The log has no event #${position}.`);
      }
      return event;
    },
  });
}
