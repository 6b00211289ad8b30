import { dayOf, textOf } from '../../shared/url/search-values';

/** Whose tickets are counted, and of when, as it stands in the address. */
export interface SupportSearch {
  customer?: string | undefined;
  /** First day on which a ticket was opened that counts. */
  from?: string | undefined;
  /** First day that does not count any more. */
  to?: string | undefined;
}

export function parseSupportSearch(raw: Record<string, unknown>): SupportSearch {
  const customer = textOf(raw['customer']);
  const from = dayOf(raw['from']);
  const to = dayOf(raw['to']);
  return {
    ...(customer === undefined ? {} : { customer }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
