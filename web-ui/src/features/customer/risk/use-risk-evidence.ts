import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../shared/api/client';
import type { StandpointQuery } from '../../../shared/api/use-standpoint';
import type { ChurnEvidence } from '../../../shared/risk/answers';

/** How a customer stood 0, 30, 90 and 180 days before it left. */
export function useRiskEvidence(customerId: string, standpoint: StandpointQuery) {
  return useQuery({
    queryKey: ['risk-evidence', customerId, standpoint],
    queryFn: ({ signal }) =>
      answerOf<ChurnEvidence>(
        api.GET('/api/v1/customers/{customerId}/risk/evidence', {
          signal,
          params: { path: { customerId }, query: { ...standpoint } },
        }),
      ),
  });
}
