import { oneOf, textOf } from '../../shared/url/search-values';

export const SORTS = ['-risk', 'health', 'change30', '-change30', 'withData', 'name', 'rating'] as const;
export type Sort = (typeof SORTS)[number];

/** Which customers are shown, as it stands in the address. */
export interface RiskSearch {
  search?: string | undefined;
  /** A band of the model in force. */
  band?: string | undefined;
  owner?: string | undefined;
  /** Only those whose rating and health say the opposite. */
  disagreement?: 'true' | undefined;
  /** The riskiest first without. */
  sort?: Sort | undefined;
}

export function parseRiskSearch(raw: Record<string, unknown>): RiskSearch {
  const search = textOf(raw['search']);
  const band = textOf(raw['band']);
  const owner = textOf(raw['owner']);
  const disagreement = oneOf(['true'] as const, raw['disagreement']);
  const sort = oneOf(SORTS, raw['sort']);
  return {
    ...(search === undefined ? {} : { search }),
    ...(band === undefined ? {} : { band }),
    ...(owner === undefined ? {} : { owner }),
    ...(disagreement === undefined ? {} : { disagreement }),
    ...(sort === undefined ? {} : { sort }),
  };
}
