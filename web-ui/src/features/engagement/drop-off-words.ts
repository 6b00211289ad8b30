import { formatDecimal } from '../../shared/format/numbers';

/** The difference in words: a sign alone is read past. */
export function inWords(difference: number | null): string {
  if (difference === null) {
    return 'Nobody can be compared yet.';
  }
  const points = formatDecimal(Math.abs(100 * difference));
  return difference === 0
    ? 'As many as expected.'
    : `${points} points ${difference > 0 ? 'more' : 'fewer'} stop than expected. An association, not a cause.`;
}
