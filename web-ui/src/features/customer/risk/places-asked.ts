/** A point a week is enough to see the line, and half a year then takes 26 short questions. */
const DAYS_A_POINT = 7;
const MOST_POINTS = 60;

/** Places of the days of which is asked what was known on them; always the last one. */
export function placesAsked(days: number): number[] {
  const step = Math.max(DAYS_A_POINT, Math.ceil(days / MOST_POINTS));
  return Array.from({ length: Math.ceil(days / step) }, (_, index) => days - 1 - index * step).toReversed();
}
