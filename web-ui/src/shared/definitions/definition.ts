/** What a figure means. */
export interface Definition {
  /** As answers name it: `seats.trained`. Rates that no answer names have a name of their own. */
  name: string;
  title: string;
  /** How it is computed, in one sentence. */
  formula: string;
}

/** Makes definitions of lines: last part of the name, title, formula. */
export function definitionsOf(prefix: string, lines: readonly (readonly [string, string, string])[]): Definition[] {
  return lines.map(([name, title, formula]) => ({ name: `${prefix}.${name}`, title, formula }));
}
