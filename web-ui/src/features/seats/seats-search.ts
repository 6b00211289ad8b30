import { oneOf, textOf } from '../../shared/url/search-values';

export const GAPS = ['training', 'log-on', 'activity'] as const;
export type Gap = (typeof GAPS)[number];

export const COLOURS = ['red', 'yellow', 'green', 'none'] as const;
export type Colour = (typeof COLOURS)[number];

/** What of the seats is shown, as it stands in the address. */
export interface SeatsSearch {
  /** Which gap is priced and sorted by; without it that to training, or to activity where persons are not known. */
  gap?: Gap | undefined;
  utilisation?: Colour | undefined;
  search?: string | undefined;
}

export function parseSeatsSearch(raw: Record<string, unknown>): SeatsSearch {
  const gap = oneOf(GAPS, raw['gap']);
  const utilisation = oneOf(COLOURS, raw['utilisation']);
  const search = textOf(raw['search']);
  return {
    ...(gap === undefined ? {} : { gap }),
    ...(utilisation === undefined ? {} : { utilisation }),
    ...(search === undefined ? {} : { search }),
  };
}
