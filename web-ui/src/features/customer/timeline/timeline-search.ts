import { dayOf, oneOf, textOf } from '../../../shared/url/search-values';

export const LANES = [
  'commercial',
  'people',
  'training',
  'tasks',
  'usage',
  'support',
  'risk',
  'interventions',
] as const;
export type Lane = (typeof LANES)[number];

/** What of the timeline is shown, as it stands in the address. */
export interface TimelineSearch {
  lane?: Lane | undefined;
  /** A kind of bar, such as `ticket`, or the type of a point, such as `ticket.rated`. */
  what?: string | undefined;
  /** Words to be found; one with a minus in front must not be there; between slashes a regular expression. */
  words?: string | undefined;
  /** First day that is shown. */
  from?: string | undefined;
  /** First day after it. */
  to?: string | undefined;
  /** Key of the bar or point that is open. */
  item?: string | undefined;
}

export function parseTimelineSearch(raw: Record<string, unknown>): TimelineSearch {
  const all = {
    lane: oneOf(LANES, raw['lane']),
    what: textOf(raw['what']),
    words: textOf(raw['words']),
    from: dayOf(raw['from']),
    to: dayOf(raw['to']),
    item: textOf(raw['item']),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
