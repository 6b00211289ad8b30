import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../shared/api/client';
import type { StandpointQuery } from '../../../shared/api/use-standpoint';
import type { RiskChanges } from '../../../shared/risk/answers';

/** What changed in the health between the ends of two days, with the events behind it. */
export function useRiskChanges(customerId: string, standpoint: StandpointQuery, from: string, to: string) {
  return useQuery({
    queryKey: ['risk-changes', customerId, standpoint, from, to],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answerOf<RiskChanges>(
        api.GET('/api/v1/customers/{customerId}/risk/changes', {
          signal,
          params: { path: { customerId }, query: { ...standpoint, from, to } },
        }),
      ),
  });
}
