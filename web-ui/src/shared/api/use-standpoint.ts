import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { THEN } from '../url/as-of-search';
import { useAsOf } from './use-as-of';

/** What every read that knows two times is asked with. */
export interface StandpointQuery {
  asOf: string;
  knownAt?: string;
}

/**
 * The day of the page and what was known, ready to be sent along: `params: { query: { ...standpoint, … } }`, and part of
 * the key of a query. Undefined while the end of the log is not known yet.
 */
export function useStandpoint(): StandpointQuery | undefined {
  const day = useAsOf()?.day;
  const { knownAt } = useSearch({ from: '__root__' });
  return useMemo(
    () =>
      day === undefined
        ? undefined
        : { asOf: day, ...(knownAt === undefined ? {} : { knownAt: knownAt === THEN ? day : knownAt }) },
    [day, knownAt],
  );
}
