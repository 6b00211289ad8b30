import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { SignalSeen } from './evaluation-answers';

/** The signals that models can be made of. They change with the product only. */
export function useSignals() {
  return useQuery({
    queryKey: ['signals'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => answerOf<SignalSeen[]>(api.GET('/api/v1/risk/signals', { signal })),
  });
}
