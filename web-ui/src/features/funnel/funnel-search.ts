import { dayOf, indexOf, oneOf } from '../../shared/url/search-values';

export const OUTCOMES = ['reached', 'open', 'missed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The cohort of the funnel, and whose names are open beside it, as they stand in the address. */
export interface FunnelSearch {
  /** First day of entry. */
  from?: string | undefined;
  /** First day after the last day of entry. */
  to?: string | undefined;
  step?: string | undefined;
  outcome?: Outcome | undefined;
}

/** Reads the cohort from the address. A period that ends before it starts is dropped; names need a step and an outcome. */
export function parseFunnelSearch(raw: Record<string, unknown>): FunnelSearch {
  const from = dayOf(raw['from']);
  const to = dayOf(raw['to']);
  const backwards = from !== undefined && to !== undefined && to <= from;
  const step = indexOf(raw['step']);
  const outcome = oneOf(OUTCOMES, raw['outcome']);
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined || backwards ? {} : { to }),
    ...(step === undefined || outcome === undefined ? {} : { step: String(step), outcome }),
  };
}
