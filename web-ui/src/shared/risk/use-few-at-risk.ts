import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { StandpointQuery } from '../api/use-standpoint';
import type { RiskList } from './answers';
import { untilCaughtUp } from './until-caught-up';

/** Asks for customers with their health and risk. */
export function askForRisk(query: Record<string, string | number>, signal: AbortSignal) {
  return answerOf<RiskList>(api.GET('/api/v1/risk', { signal, params: { query } }));
}

/** The first few customers by another order, for a list beside the table. */
export function useFewAtRisk(
  standpoint: StandpointQuery | undefined,
  filters: { sort: string; disagreement?: 'true' },
  limit: number,
) {
  return useQuery<RiskList>({
    queryKey: ['risk-few', standpoint, filters, limit],
    enabled: standpoint !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => untilCaughtUp(state.data),
    queryFn: ({ signal }) => askForRisk({ ...standpoint, ...filters, limit }, signal),
  });
}
