import { dayOf, indexOf, oneOf } from '../../shared/url/search-values';

export const OUTCOMES = ['reached', 'open', 'missed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What of a funnel is looked at: how many, how long, and whether it gets better. */
export const VIEWS = ['steps', 'times', 'trend'] as const;
export type View = (typeof VIEWS)[number];

export const INTERVALS = ['week', 'month'] as const;
export type Interval = (typeof INTERVALS)[number];

/** The cohort of the funnel, and whose names are open beside it, as they stand in the address. */
export interface FunnelSearch {
  /** First day of entry. */
  from?: string | undefined;
  /** First day after the last day of entry. */
  to?: string | undefined;
  step?: string | undefined;
  outcome?: Outcome | undefined;
  /** Without it the steps. */
  view?: View | undefined;
  /** Index of the step from which time is counted; without it the entry. */
  since?: string | undefined;
  /** Index of the step whose times or trend are drawn; without it the last. */
  until?: string | undefined;
  /** How entries are put together in the trend; without it by month. */
  by?: Interval | undefined;
}

/** Reads the cohort from the address. A period that ends before it starts is dropped; names need a step and an outcome. */
export function parseFunnelSearch(raw: Record<string, unknown>): FunnelSearch {
  const from = dayOf(raw['from']);
  const to = dayOf(raw['to']);
  const backwards = from !== undefined && to !== undefined && to <= from;
  const step = indexOf(raw['step']);
  const outcome = oneOf(OUTCOMES, raw['outcome']);
  const view = oneOf(VIEWS, raw['view']);
  const since = indexOf(raw['since']);
  const until = indexOf(raw['until']);
  const by = oneOf(INTERVALS, raw['by']);
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined || backwards ? {} : { to }),
    ...(step === undefined || outcome === undefined ? {} : { step: String(step), outcome }),
    ...(view === undefined ? {} : { view }),
    ...(since === undefined ? {} : { since: String(since) }),
    ...(until === undefined ? {} : { until: String(until) }),
    ...(by === undefined ? {} : { by }),
  };
}
