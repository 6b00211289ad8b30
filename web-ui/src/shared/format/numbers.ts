import { numberFormat } from './formatters';

/** The figure a reader sees where there is no value. */
export const NOTHING = '–';

/** Rates over fewer than this many cases are shown greyed: one case more or less would move them by ten points. */
export const FEWEST_FOR_A_RATE = 10;

/** A whole number with the separators of the reader's locale. */
export function formatCount(count: number | null, locale?: string): string {
  return count === null ? NOTHING : numberFormat(locale, { maximumFractionDigits: 0 }).format(count);
}

/** A large number in few characters, for axes. */
export function formatCompact(count: number, locale?: string): string {
  return numberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(count);
}

/** A number with at most one decimal, for medians. */
export function formatDecimal(value: number | null, locale?: string): string {
  return value === null ? NOTHING : numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

/** A share of one as a percentage with at most one decimal. */
export function formatShare(share: number | null, locale?: string): string {
  return share === null ? NOTHING : numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** The count with its noun, for example "1 customer" and "2 customers". */
export function countOf(count: number, one: string, many: string, locale?: string): string {
  return `${formatCount(count, locale)} ${count === 1 ? one : many}`;
}
