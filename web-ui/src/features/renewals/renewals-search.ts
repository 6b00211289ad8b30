import { textOf } from '../../shared/url/search-values';
import { type Quarter, quarterFrom } from './quarter';

/** Which renewals are shown, as it stands in the address. */
export interface RenewalsSearch {
  /** Without it the quarter of the day the page stands for. */
  quarter?: Quarter | undefined;
  /** Currency that is drawn, where there are several. */
  currency?: string | undefined;
}

export function parseRenewalsSearch(raw: Record<string, unknown>): RenewalsSearch {
  const quarter = quarterFrom(raw['quarter']);
  const currency = textOf(raw['currency']);
  return { ...(quarter === undefined ? {} : { quarter }), ...(currency === undefined ? {} : { currency }) };
}
