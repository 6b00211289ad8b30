import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { HistoryEvent, LogSearch } from '../../shared/api/types';

const PAGE = 500;
/** So far the events of a customer are looked through for those of one stream. */
const MOST_PAGES = 12;

/** The events of one stream, oldest first, and whether older ones may be missing. */
export interface Steps {
  steps: HistoryEvent[];
  complete: boolean;
}

/**
 * All events of the stream an event is in: the steps its thing went through. The log is not searched by stream, but the
 * events of a stream name what the stream is of, so they are found by that text among those of the customer.
 */
export function useSteps(event: HistoryEvent) {
  const { stream, customerId } = event;
  return useQuery({
    queryKey: ['steps', stream, customerId],
    queryFn: async ({ signal }): Promise<Steps> => {
      const steps: HistoryEvent[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        // Each page begins where the one before ended.
        // oxlint-disable-next-line no-await-in-loop
        const found: LogSearch = await answerOf<LogSearch>(
          api.GET('/api/v1/log', {
            signal,
            params: {
              query: {
                text: stream.slice(stream.indexOf('/') + 1),
                limit: PAGE,
                ...(customerId === null ? {} : { customer: customerId }),
                ...(cursor === null ? {} : { cursor }),
              },
            },
          }),
        );
        steps.push(...found.events.filter((other) => other.stream === stream));
        cursor = found.nextCursor;
        if (cursor === null || steps.at(-1)?.version === 0) {
          break;
        }
      }
      return { steps: steps.toReversed(), complete: steps.at(-1)?.version === 0 };
    },
  });
}
