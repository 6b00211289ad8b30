import { answerOf, api } from '../../shared/api/client';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import type { DriversAnswer, Replayed } from '../../shared/risk/evaluation-answers';
import { useReplayed } from '../../shared/risk/use-replayed';

/** What goes with loss within so many days, over the installation's own history. */
export function useDrivers(standpoint: StandpointQuery | undefined, days: string) {
  return useReplayed(['drivers', standpoint, days], standpoint !== undefined, (signal) =>
    answerOf<Replayed<DriversAnswer>>(
      api.GET('/api/v1/drivers', { signal, params: { query: { ...standpoint, days } } }),
    ),
  );
}
