import { numberFormat } from '../format/formatters';
import { NOTHING } from '../format/numbers';
import type { ModelSeen } from './answers';

/** The id of a signal as its short name: `gap-to-log-on` reads "Gap to log-on". */
export function signalName(signal: string): string {
  const words = signal
    .replaceAll('-', ' ')
    .replace('log on', 'log-on')
    .replace(/ (\d+)$/, ' ($1\u00a0d)');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Points of health, or of a part of it, to one decimal. */
export function formatPoints(points: number | null, locale?: string): string {
  return points === null
    ? NOTHING
    : numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(points);
}

/** A change of points, always with its sign; none is a plain 0. */
export function formatChange(points: number | null, locale?: string): string {
  return points === null
    ? NOTHING
    : numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(
        points,
      );
}

/** The value of a signal with its unit; "no data" where there is none, which is never the same as 0. */
export function formatValue(value: number | null, unit: string | null, locale?: string): string {
  if (value === null) {
    return 'no data';
  }
  const number = numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  if (unit === '0 or 1') {
    return value === 0 ? 'no' : 'yes';
  }
  if (unit === '1 to 5') {
    return `${number} of 5`;
  }
  if (unit === null || unit === '' || unit === 'class') {
    return number;
  }
  return unit.startsWith('%') ? `${number}\u00a0${unit}` : `${number} ${unit}`;
}

/** Place of the band from the worst, 0, to the best; -1 when the model has none of that name. */
export const rankOf = (band: string | null, model: Pick<ModelSeen, 'bands'>) =>
  model.bands.findIndex((other) => other.band === band);

/** The model of a page for the status bar. */
export const modelInWords = ({ name, version }: Pick<ModelSeen, 'name' | 'version'>) =>
  version === 0 ? `“${name}”` : `“${name}” (#${version})`;
