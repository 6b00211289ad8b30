/**
 * The greatest value of all panels that are to be compared, so that each can be drawn on the same scale: a panel that
 * is scaled to itself makes 3 look like 300.
 */
export function greatestOf(panels: readonly (readonly (number | null)[])[]): number {
  return panels.reduce((most, values) => values.reduce<number>((max, value) => Math.max(max, value ?? 0), most), 0);
}
