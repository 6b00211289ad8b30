/** Which customers are chosen to be worked on together. */
export interface Selection {
  chosen: ReadonlySet<string>;
  onToggle: (customerId: string) => void;
  /** Chooses all rows that are loaded, or none. */
  onAll: (all: boolean) => void;
}

export function toggled(chosen: ReadonlySet<string>, customerId: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(customerId)) {
    next.add(customerId);
  }
  return next;
}
