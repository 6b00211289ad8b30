import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { SegmentList } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { untilCaughtUp } from '../../shared/risk/until-caught-up';

/** As many as the server gives at once, by name. */
const MOST_SEGMENTS = 500;

/** The segments on the day, with what their customers come to. */
export function useSegments(standpoint: StandpointQuery | undefined) {
  return useQuery<SegmentList>({
    queryKey: ['segments', standpoint],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => untilCaughtUp(state.data),
    queryFn: ({ signal }) =>
      answerOf<SegmentList>(
        api.GET('/api/v1/segments', { signal, params: { query: { ...standpoint, limit: MOST_SEGMENTS } } }),
      ),
  });
}
