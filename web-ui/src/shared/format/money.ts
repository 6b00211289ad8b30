import { numberFormat } from './formatters';
import { NOTHING } from './numbers';

export interface MoneyAmount {
  currency: string;
  minorUnits: number;
}

/** How many decimals the currency has: 2 for USD, 0 for JPY, 3 for KWD. */
function decimalsOf(currency: string): number {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** The amount to the last minor unit. */
export function formatMoney(money: MoneyAmount | null, locale?: string): string {
  if (money === null) {
    return NOTHING;
  }
  return numberFormat(locale, { style: 'currency', currency: money.currency }).format(
    money.minorUnits / 10 ** decimalsOf(money.currency),
  );
}

/** The amount rounded to whole units, for tables and totals where cents only make noise. */
export function formatWholeMoney(money: MoneyAmount | null, locale?: string): string {
  if (money === null) {
    return NOTHING;
  }
  return numberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: 0,
    maximumFractionDigits: 0,
  }).format(money.minorUnits / 10 ** decimalsOf(money.currency));
}

/** The amount in few characters, for axes. */
export function formatCompactMoney({ currency, minorUnits }: MoneyAmount, locale?: string): string {
  return numberFormat(locale, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 }).format(
    minorUnits / 10 ** decimalsOf(currency),
  );
}

/** Several amounts, one per currency, as one text; never added up across currencies. */
export function formatAmounts(amounts: readonly MoneyAmount[], locale?: string): string {
  return amounts.length === 0 ? NOTHING : amounts.map((money) => formatWholeMoney(money, locale)).join(' + ');
}
