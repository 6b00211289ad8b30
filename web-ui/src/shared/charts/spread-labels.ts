/**
 * Moves labels apart so that none covers another: each keeps its height if it can, and gives way up or down by as
 * little as possible. Heights and result are in pixels, in the order given.
 */
export function spreadLabels(heights: readonly number[], least: number, bottom: number): number[] {
  const order = heights.map((_, index) => index).toSorted((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  let above = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    above = Math.max(placed[index] ?? 0, above + least);
    placed[index] = above;
  }
  let below = bottom + least;
  for (const index of order.toReversed()) {
    below = Math.min(placed[index] ?? 0, below - least);
    placed[index] = below;
  }
  return placed;
}
