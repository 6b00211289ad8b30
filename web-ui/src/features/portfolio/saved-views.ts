import type { PortfolioView } from './built-in-views';
import { parsePortfolioSearch, type PortfolioSearch } from './portfolio-search';

/** A view as Tenure keeps it: of the reader's own, or shared by somebody else. */
export interface SavedView extends PortfolioView {
  id: string;
  shared: boolean;
  own: boolean;
}

/** Filters, order and columns without the name of the view they belong to. */
export function searchOfView(search: PortfolioSearch): PortfolioSearch {
  return parsePortfolioSearch({ ...search, view: undefined });
}

const entriesOf = (search: PortfolioSearch) =>
  Object.entries(searchOfView(search))
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Filters, order and columns as the query of an address, in an order of its own, so that equal ones are equal texts. */
export const queryOfView = (search: PortfolioSearch) => new URLSearchParams(entriesOf(search)).toString();

/** What the query of an address stands for; what cannot be read is left out. */
export const viewOfQuery = (query: string): PortfolioSearch =>
  parsePortfolioSearch(Object.fromEntries(new URLSearchParams(query)));

/** Whether two ways of looking are the same, in whatever order they were said. */
export function isSameView(one: PortfolioSearch, other: PortfolioSearch): boolean {
  return queryOfView(one) === queryOfView(other);
}
