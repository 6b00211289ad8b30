import { countOf, formatCount } from '../format/numbers';

interface Sum {
  /** What the page showed. */
  shown: number;
  /** What the events say. */
  value: number;
  /** What the things listed so far count for. */
  sum: number;
  /** How many things were counted in all. */
  things: number;
  listed: number;
}

/** Whether what was counted adds up to the figure, said plainly either way. */
export function sumInWords({ shown, value, sum, things, listed }: Sum, locale?: string): string {
  if (value !== shown) {
    return (
      `The events say ${formatCount(value, locale)}, the page showed ${formatCount(shown, locale)}: ` +
      'more was recorded in between. Reload the page.'
    );
  }
  if (listed < things) {
    return (
      `The first ${formatCount(listed, locale)} of ${countOf(things, 'thing', 'things', locale)} count for ` +
      `${formatCount(sum, locale)} of ${formatCount(value, locale)}.`
    );
  }
  if (sum !== value) {
    return `What is listed counts for ${formatCount(sum, locale)}, not ${formatCount(value, locale)}: please report this.`;
  }
  return things === 0
    ? 'Nothing was counted, so the figure is 0.'
    : `${countOf(things, 'thing', 'things', locale)} counted, which add up to ${formatCount(value, locale)}.`;
}
