import { textOf } from '../../shared/url/search-values';

export interface DefinitionsSearch {
  find?: string | undefined;
}

export function parseDefinitionsSearch(raw: Record<string, unknown>): DefinitionsSearch {
  const find = textOf(raw['find']);
  return find === undefined ? {} : { find };
}
