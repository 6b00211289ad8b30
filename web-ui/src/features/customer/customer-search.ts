import { oneOf, textOf } from '../../shared/url/search-values';

/** The tabs of a customer, in their order. */
export const TABS = ['overview', 'onboarding', 'seats', 'users', 'usage', 'support', 'commercial', 'audit'] as const;
export type Tab = (typeof TABS)[number];

export interface CustomerSearch {
  /** Which tab is open; without it the one that was last looked at. */
  tab?: Tab | undefined;
  /** Which events of the history are shown; all of them without a type. */
  type?: string | undefined;
}

export function parseCustomerSearch(raw: Record<string, unknown>): CustomerSearch {
  const tab = oneOf(TABS, raw['tab']);
  const type = textOf(raw['type']);
  return { ...(tab === undefined ? {} : { tab }), ...(type === undefined ? {} : { type }) };
}
