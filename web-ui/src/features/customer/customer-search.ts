import { oneOf, textOf } from '../../shared/url/search-values';
import { parseRiskTabSearch, type RiskTabSearch } from './risk/risk-search';
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
export const LEVELS = ['introductory', 'core', 'advanced', 'unclassified'] as const;

export interface CustomerSearch extends TimelineSearch, RiskTabSearch {
  /** Which tab is open; without it the one that was last looked at. */
  tab?: Tab | undefined;
  /** Which events of the history are shown; all of them without a type. */
  type?: string | undefined;
  /** Which tickets are shown; all of them without. */
  tickets?: (typeof TICKET_STATES)[number] | undefined;
  level?: (typeof LEVELS)[number] | undefined;
}

export function parseCustomerSearch(raw: Record<string, unknown>): CustomerSearch {
  const tab = oneOf(TABS, raw['tab']);
  const type = textOf(raw['type']);
  const tickets = oneOf(TICKET_STATES, raw['tickets']);
  const level = oneOf(LEVELS, raw['level']);
  return {
    ...parseTimelineSearch(raw),
    ...parseRiskTabSearch(raw),
    ...(tab === undefined ? {} : { tab }),
    ...(type === undefined ? {} : { type }),
    ...(tickets === undefined ? {} : { tickets }),
    ...(level === undefined ? {} : { level }),
  };
}
