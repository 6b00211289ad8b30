import { dayOf, textOf } from '../../shared/url/search-values';

/** What is looked for in the log, and which event is open, as they stand in the address. */
export interface AuditSearch {
  /** Stored names of events, separated by commas: `license.sold,license.renewed`. */
  type?: string | undefined;
  actor?: string | undefined;
  customer?: string | undefined;
  user?: string | undefined;
  correlation?: string | undefined;
  text?: string | undefined;
  /** First day of the events wanted. */
  from?: string | undefined;
  /** First day after them. */
  to?: string | undefined;
  /** Position of the event that is open. */
  event?: string | undefined;
}

/** The filters that are plain text, in the order of the fields. */
export const TEXT_FILTERS = ['type', 'actor', 'customer', 'user', 'correlation', 'text'] as const;
export type AuditFilters = Omit<AuditSearch, 'event'>;

export function parseAuditSearch(raw: Record<string, unknown>): AuditSearch {
  const texts = TEXT_FILTERS.map((name) => [name, textOf(raw[name])] as const);
  const days = (['from', 'to'] as const).map((name) => [name, dayOf(raw[name])] as const);
  const position = textOf(raw['event']);
  const event = position !== undefined && /^[1-9]\d{0,17}$/.test(position) ? position : undefined;
  return Object.fromEntries([...texts, ...days, ['event', event] as const].filter(([, value]) => value !== undefined));
}

/** The filters as the read takes them: types one by one. */
export function logQueryOf({ type, actor, customer, user, correlation, text, from, to }: AuditFilters) {
  const types = (type ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    ...(types.length === 0 ? {} : { type: types }),
    ...(actor === undefined ? {} : { actor }),
    ...(customer === undefined ? {} : { customer }),
    ...(user === undefined ? {} : { user }),
    ...(correlation === undefined ? {} : { correlation }),
    ...(text === undefined ? {} : { text }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** The filters in one line, for the head of a file: `type license.sold · from 2026-01-01`. */
export function filtersInWords(filters: AuditFilters): string {
  const said = ([...TEXT_FILTERS, 'from', 'to'] as const)
    .filter((name) => filters[name] !== undefined)
    .map((name) => `${name} ${filters[name]}`);
  return said.length === 0 ? 'all events' : said.join(' · ');
}
