import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../shared/api/client';
import type { SeatMonths } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';

/** Seats of all customers at the end of each of the last twelve months. */
export function useSeatMonths(standpoint: StandpointQuery | undefined) {
  return useQuery({
    queryKey: ['seat-months', standpoint],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<SeatMonths>(api.GET('/api/v1/seats/months', { signal, params: { query: { ...standpoint } } })),
  });
}
