import { dayOf, oneOf } from '../../../shared/url/search-values';

/** How many months of risk can be shown. */
export const MONTHS = ['6', '12', '24'] as const;

/** What of the risk is shown, as it stands in the address. */
export interface RiskTabSearch {
  /** How much of the risk is shown; six months without. */
  months?: (typeof MONTHS)[number] | undefined;
  /** The two days whose risk is compared; without them the last one and the one 30 days before. */
  changedFrom?: string | undefined;
  changedTo?: string | undefined;
  /** Beside what is known now, the risk as it was known on the day. */
  trace?: 'then' | undefined;
}

export function parseRiskTabSearch(raw: Record<string, unknown>): RiskTabSearch {
  const all = {
    months: oneOf(MONTHS, raw['months']),
    changedFrom: dayOf(raw['changedFrom']),
    changedTo: dayOf(raw['changedTo']),
    trace: oneOf(['then'] as const, raw['trace']),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
