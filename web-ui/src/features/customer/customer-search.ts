import { dayOf, oneOf, textOf } from '../../shared/url/search-values';
import { parseTimelineSearch, type TimelineSearch } from './timeline/timeline-search';

/** The tabs of a customer, in their order. */
export const TABS = [
  'overview',
  'timeline',
  'onboarding',
  'seats',
  'users',
  'usage',
  'support',
  'commercial',
  'risk',
  'audit',
] as const;
export type Tab = (typeof TABS)[number];

export const TICKET_STATES = ['open', 'settled'] as const;
/** How many months of risk can be shown. */
export const MONTHS = ['6', '12', '24'] as const;
export const LEVELS = ['introductory', 'core', 'advanced', 'unclassified'] as const;

export interface CustomerSearch extends TimelineSearch {
  /** Which tab is open; without it the one that was last looked at. */
  tab?: Tab | undefined;
  /** Which events of the history are shown; all of them without a type. */
  type?: string | undefined;
  /** Which tickets are shown; all of them without. */
  tickets?: (typeof TICKET_STATES)[number] | undefined;
  level?: (typeof LEVELS)[number] | undefined;
  /** How much of the risk is shown; six months without. */
  months?: (typeof MONTHS)[number] | undefined;
  /** The two days whose risk is compared; without them the last one and the one 30 days before. */
  from?: string | undefined;
  to?: string | undefined;
  /** Beside what is known now, the risk as it was known on the day. */
  trace?: 'then' | undefined;
}

export function parseCustomerSearch(raw: Record<string, unknown>): CustomerSearch {
  const tab = oneOf(TABS, raw['tab']);
  const type = textOf(raw['type']);
  const tickets = oneOf(TICKET_STATES, raw['tickets']);
  const level = oneOf(LEVELS, raw['level']);
  const months = oneOf(MONTHS, raw['months']);
  const [from, to] = [dayOf(raw['from']), dayOf(raw['to'])];
  const trace = oneOf(['then'] as const, raw['trace']);
  return {
    ...parseTimelineSearch(raw),
    ...(tab === undefined ? {} : { tab }),
    ...(type === undefined ? {} : { type }),
    ...(tickets === undefined ? {} : { tickets }),
    ...(level === undefined ? {} : { level }),
    ...(months === undefined ? {} : { months }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(trace === undefined ? {} : { trace }),
  };
}
