/**
 * Reads a query string as plain text values. The router's own parser reads JSON, which would turn a search for the
 * customer "007" into the number 7.
 */
export function parsePlainSearch(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** Writes what {@link parsePlainSearch} reads. Absent and empty values leave no trace in the address. */
export function stringifyPlainSearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') {
      parameters.set(name, String(value));
    }
  }
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}
