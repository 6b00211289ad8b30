import { oneOf, textOf } from '../../shared/url/search-values';

export const PARTS = ['signals', 'reasons', 'interventions'] as const;
export type Part = (typeof PARTS)[number];
export const HORIZONS = ['30', '60', '90', '180'] as const;

/** What of the drivers is shown, as it stands in the address. */
export interface DriversSearch {
  /** The signals without. */
  part?: Part | undefined;
  /** Days within which a loss counts; 60 without. */
  days?: (typeof HORIZONS)[number] | undefined;
  /** The signal whose curve is open; the strongest without. */
  signal?: string | undefined;
}

export function parseDriversSearch(raw: Record<string, unknown>): DriversSearch {
  const part = oneOf(PARTS, raw['part']);
  const days = oneOf(HORIZONS, raw['days']);
  const signal = textOf(raw['signal']);
  return {
    ...(part === undefined ? {} : { part }),
    ...(days === undefined ? {} : { days }),
    ...(signal === undefined ? {} : { signal }),
  };
}
