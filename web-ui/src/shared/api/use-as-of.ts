import { useSearch } from '@tanstack/react-router';
import { todayInUtc } from '../format/days';
import { chooseAsOf, type AsOf } from '../url/choose-as-of';
import { useProjections } from './use-projections';

/**
 * The day the page stands for; undefined while the end of the log is not known yet. When the log cannot be asked the
 * page goes on with today, so that its own requests tell what is wrong.
 */
export function useAsOf(): AsOf | undefined {
  const { asOf } = useSearch({ from: '__root__' });
  const projections = useProjections();
  if (asOf === undefined && projections.isPending) {
    return undefined;
  }
  return chooseAsOf(asOf, projections.data?.lastOccurredAt ?? null, todayInUtc());
}
