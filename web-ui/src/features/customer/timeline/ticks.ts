import { formatMonth } from '../../../shared/format/dates';
import { dateFormat } from '../../../shared/format/formatters';

const DAY = 86_400_000;

/** A moment on the axis: the month where months fit, else the day, else the hour. */
export function tickFormat(time: Date, span: number, locale?: string): string {
  if (span > 400 * DAY || (span > 60 * DAY && time.getUTCDate() === 1)) {
    return formatMonth(time, locale);
  }
  return dateFormat(locale, {
    month: 'short',
    day: 'numeric',
    ...(span < 3 * DAY ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}),
    timeZone: 'UTC',
  }).format(time);
}
