import { textOf } from '../../shared/url/search-values';

/** What of the cases is shown, as it stands in the address. */
export interface CasesSearch {
  owner?: string | undefined;
  /** Id of the only customer that is shown. */
  customer?: string | undefined;
  /** Id of the case that is open, and of its customer. */
  case?: string | undefined;
  of?: string | undefined;
  /** Customer a new case is about to be opened for; "any" as long as that is not said. */
  open?: string | undefined;
}

/** Says that a case is to be opened, without saying yet for whom. */
export const ANY = 'any';

export function parseCasesSearch(raw: Record<string, unknown>): CasesSearch {
  const all = {
    owner: textOf(raw['owner']),
    customer: textOf(raw['customer']),
    case: textOf(raw['case']),
    of: textOf(raw['of']),
    open: textOf(raw['open']),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
