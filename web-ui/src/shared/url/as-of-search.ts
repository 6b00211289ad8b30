import { dayOf } from './search-values';

/** The standpoint of the pages as it stands in the address. Links keep it. */
export interface AsOfSearch {
  /** A fixed day, `today` (moves on at midnight), or nothing: the latest day. */
  asOf?: string | undefined;
  /** What the log knew: `then` (on that very day), a day, a moment, a position, or nothing: all that is recorded. */
  knownAt?: string | undefined;
}

export const TODAY = 'today';
export const THEN = 'then';

const POSITION = /^[1-9]\d{0,17}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Reads the standpoint from the address; what is neither day nor position is dropped. */
export function parseAsOfSearch(raw: Record<string, unknown>): AsOfSearch {
  const asOf = raw['asOf'] === TODAY ? TODAY : dayOf(raw['asOf']);
  const knownAt = knownAtOf(raw['knownAt']);
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
}

function knownAtOf(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const isMoment = MOMENT.test(value) && !Number.isNaN(Date.parse(value));
  return value === THEN || isMoment || POSITION.test(value) ? value : dayOf(value);
}
