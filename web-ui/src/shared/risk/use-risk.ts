import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { StandpointQuery } from '../api/use-standpoint';
import type { RiskTimeline } from './answers';

interface Asked {
  /** First day of the line. */
  from: string;
  /** First day after it; the day of the page without. */
  to?: string;
  /** Model to compute by; the one in force without. */
  model?: string | undefined;
}

/** Asks for the line of a customer. */
export function askForRisk(customerId: string, standpoint: StandpointQuery, { model, ...asked }: Asked) {
  return ({ signal }: { signal: AbortSignal }) =>
    answerOf<RiskTimeline>(
      api.GET('/api/v1/customers/{customerId}/risk', {
        signal,
        params: {
          path: { customerId },
          query: { ...standpoint, ...asked, ...(model === undefined ? {} : { model }) },
        },
      }),
    );
}

/** Health and risk of a customer, day by day, from a day on. */
export function useRisk(customerId: string, standpoint: StandpointQuery | undefined, asked: Asked) {
  return useQuery({
    queryKey: ['risk', customerId, standpoint, asked],
    enabled: standpoint !== undefined && customerId !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => askForRisk(customerId, standpoint ?? { asOf: '' }, asked)({ signal }),
  });
}
