import { textOf } from '../../shared/url/search-values';

/** Which events of the history are shown, as it stands in the address; all of them without a type. */
export interface CustomerSearch {
  type?: string | undefined;
}

export function parseCustomerSearch(raw: Record<string, unknown>): CustomerSearch {
  const type = textOf(raw['type']);
  return type === undefined ? {} : { type };
}
