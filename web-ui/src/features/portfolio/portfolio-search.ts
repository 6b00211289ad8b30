import { oneOf, textOf } from '../../shared/url/search-values';

export const STATUSES = ['all', 'live', 'churned'] as const;
export type Status = (typeof STATUSES)[number];

export const SORT_KEYS = [
  'name',
  'status',
  'plan',
  'seats',
  'monthlyRevenue',
  'lastActiveOn',
  'usage28',
  'renewsOn',
  'registeredOn',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
  key: SortKey;
  descending: boolean;
}

/** Filters and order of the portfolio as they stand in the address; what is left out has its default. */
export interface PortfolioSearch {
  search?: string | undefined;
  status?: Status | undefined;
  plan?: string | undefined;
  /** A key, with a leading minus for descending. */
  sort?: string | undefined;
}

export const DEFAULT_SORT: Sort = { key: 'monthlyRevenue', descending: true };

/** The order a text stands for, or the default when it stands for none. */
export function parseSort(text: string | undefined): Sort {
  const key = oneOf(SORT_KEYS, text?.replace(/^-/, ''));
  return key === undefined ? DEFAULT_SORT : { key, descending: text?.startsWith('-') === true };
}

export function stringifySort(sort: Sort): string {
  return `${sort.descending ? '-' : ''}${sort.key}`;
}

/** These are read from their best end: the most money, the latest activity. */
const FROM_THE_TOP: ReadonlySet<SortKey> = new Set(['seats', 'monthlyRevenue', 'lastActiveOn', 'usage28']);

/** The order after a column was chosen: its natural end first, then the other. */
export function sortAfterChoosing(key: SortKey, current: Sort): Sort {
  return key === current.key ? { key, descending: !current.descending } : { key, descending: FROM_THE_TOP.has(key) };
}

/** Reads the filters from the address. Unknown values and defaults are dropped, so that equal views have one address. */
export function parsePortfolioSearch(raw: Record<string, unknown>): PortfolioSearch {
  const search = textOf(raw['search']);
  const status = oneOf(STATUSES, raw['status']);
  const plan = textOf(raw['plan']);
  const sort = stringifySort(parseSort(textOf(raw['sort'])));
  return {
    ...(search === undefined ? {} : { search }),
    ...(status === undefined || status === 'all' ? {} : { status }),
    ...(plan === undefined ? {} : { plan }),
    ...(sort === stringifySort(DEFAULT_SORT) ? {} : { sort }),
  };
}
