import { numberFormat } from '../../shared/format/formatters';
import { countOf, formatShare } from '../../shared/format/numbers';
import type { Decile, Driver } from '../../shared/risk/evaluation-answers';

const decimals = (value: number, digits: number, locale?: string) =>
  numberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);

export const formatAuc = (value: number, locale?: string) => decimals(value, 2, locale);

/** A q- or p-value; below a thousandth only that is said. */
export const formatChance = (value: number, locale?: string) =>
  value < 0.001 ? `< ${decimals(0.001, 3, locale)}` : decimals(value, 3, locale);

/** Which way a signal goes with loss; undecided while its interval includes chance. */
export function leaning({
  auc,
}: Pick<Driver, 'auc'>): 'more goes with loss' | 'less goes with loss' | 'not told apart from chance' {
  if (auc.interval.from > 0.5) {
    return 'more goes with loss';
  }
  return auc.interval.to < 0.5 ? 'less goes with loss' : 'not told apart from chance';
}

/** The values of a tenth. */
export function rangeInWords({ least, most }: Decile, locale?: string): string {
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return least === most ? number(least) : `${number(least)} to ${number(most)}`;
}

/** A tenth of the observations in words. */
export function describeDecile(decile: Decile, unit: string | undefined, locale?: string): string {
  return (
    `${rangeInWords(decile, locale)}${unit === undefined ? '' : ` ${unit}`}: ` +
    `${countOf(decile.lost, 'loss', 'losses', locale)} in ${countOf(decile.rows, 'observation', 'observations', locale)}, ` +
    `${formatShare(decile.rate, locale)} (${formatShare(decile.interval.from, locale)} to ` +
    `${formatShare(decile.interval.to, locale)})`
  );
}
