import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { LogSearch } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { type Segment, segmentsOf } from './segments';

/** A page looks at a stretch of the log only; definitions are often far back, so it goes on to here. */
const MOST_PAGES = 40;

async function definitionsIn(standpoint: StandpointQuery | undefined, signal: AbortSignal) {
  const payloads: Record<string, unknown>[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    // Each page says where the next one begins.
    // oxlint-disable-next-line no-await-in-loop
    const found: LogSearch = await answerOf<LogSearch>(
      api.GET('/api/v1/log', {
        signal,
        params: {
          query: {
            ...standpoint,
            type: 'segment.defined',
            limit: 500,
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    );
    payloads.push(...found.events.map(({ payload }) => payload));
    if (found.nextCursor === null) {
      break;
    }
    cursor = found.nextCursor;
  }
  return payloads;
}

/** The segments as their last definitions up to the day say, by name. They are read from the log itself. */
export function useSegments(standpoint: StandpointQuery | undefined) {
  return useQuery({
    queryKey: ['segments', standpoint],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<Segment[]> => segmentsOf(await definitionsIn(standpoint, signal)),
  });
}
