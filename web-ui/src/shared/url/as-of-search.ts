import { dayOf } from './search-values';

/** The day of the pages as it stands in the address: a fixed day, `today` (moves on at midnight), or nothing. */
export interface AsOfSearch {
  asOf?: string | undefined;
}

export const TODAY = 'today';

/** Reads the day from the address; anything that is no day is dropped. */
export function parseAsOfSearch(raw: Record<string, unknown>): AsOfSearch {
  const asOf = raw['asOf'] === TODAY ? TODAY : dayOf(raw['asOf']);
  return asOf === undefined ? {} : { asOf };
}
