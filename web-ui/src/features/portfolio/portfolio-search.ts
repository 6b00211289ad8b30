import { oneOf, textOf } from '../../shared/url/search-values';
import { type ColumnId, COLUMN_IDS, DEFAULT_COLUMNS } from './column-ids';

export const STATUSES = ['all', 'live', 'churned'] as const;
export type Status = (typeof STATUSES)[number];

/** The furthest that a customer has come, in the order of its life. */
export const STAGES = ['sold', 'invited', 'logged-on', 'trained', 'tasks', 'value', 'adopted', 'renewal'] as const;

export const SORT_KEYS = [
  'name',
  'status',
  'stage',
  'stageDays',
  'health',
  'risk',
  'riskChange',
  'usage28',
  'activeShare',
  'activityGapMoney',
  'trainingGapMoney',
  'renewsOn',
  'monthlyRevenue',
  'topDriver',
  'owner',
  'rating',
  'plan',
  'seats',
  'lastActiveOn',
  'registeredOn',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
  key: SortKey;
  descending: boolean;
}

/** Filters, order and columns of the portfolio as they stand in the address; what is left out has its default. */
export interface PortfolioSearch {
  search?: string | undefined;
  status?: Status | undefined;
  plan?: string | undefined;
  owner?: string | undefined;
  stage?: (typeof STAGES)[number] | undefined;
  segment?: string | undefined;
  /** A key, with a leading minus for descending. */
  sort?: string | undefined;
  /** The columns after the name, by their ids with commas between. */
  columns?: string | undefined;
  /** The saved view that this began as. */
  view?: string | undefined;
  /** Whether those worth a look are shown above the list. */
  look?: 'open' | undefined;
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

/** These are read from their greatest end: the most money, the latest activity. */
const FROM_THE_TOP: ReadonlySet<SortKey> = new Set([
  'seats',
  'monthlyRevenue',
  'lastActiveOn',
  'usage28',
  'risk',
  'riskChange',
  'stageDays',
  'activeShare',
  'activityGapMoney',
  'trainingGapMoney',
]);

/** The order after a column was chosen: its natural end first, then the other. */
export function sortAfterChoosing(key: SortKey, current: Sort): Sort {
  return key === current.key ? { key, descending: !current.descending } : { key, descending: FROM_THE_TOP.has(key) };
}

/** The columns a text stands for, in the order of the table; the default when it stands for none. */
export function parseColumns(text: string | undefined): readonly ColumnId[] {
  const wanted = new Set(text?.split(','));
  const known = COLUMN_IDS.filter((id) => wanted.has(id));
  return known.length === 0 ? DEFAULT_COLUMNS : known;
}

export function stringifyColumns(columns: readonly ColumnId[]): string | undefined {
  const text = COLUMN_IDS.filter((id) => columns.includes(id)).join(',');
  return text === '' || text === DEFAULT_COLUMNS.join(',') ? undefined : text;
}

/** Reads the filters from the address. Unknown values and defaults are dropped, so that equal views have one address. */
export function parsePortfolioSearch(raw: Readonly<Record<string, unknown>>): PortfolioSearch {
  const status = oneOf(STATUSES, raw['status']);
  const sort = stringifySort(parseSort(textOf(raw['sort'])));
  const known: PortfolioSearch = {
    search: textOf(raw['search']),
    status: status === 'all' ? undefined : status,
    plan: textOf(raw['plan']),
    owner: textOf(raw['owner']),
    stage: oneOf(STAGES, raw['stage']),
    segment: textOf(raw['segment']),
    sort: sort === stringifySort(DEFAULT_SORT) ? undefined : sort,
    columns: stringifyColumns(parseColumns(textOf(raw['columns']))),
    view: textOf(raw['view']),
    look: oneOf(['open'] as const, raw['look']),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}
