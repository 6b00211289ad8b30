import { daysBetween } from './days';
import { dateFormat } from './formatters';
import { NOTHING } from './numbers';

export type TimeZone = 'utc' | 'local';

/** A calendar day in the form of the reader's locale. Days are UTC days and never shift with the reader's zone. */
export function formatDay(day: string | null, locale?: string): string {
  return day === null
    ? NOTHING
    : dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** A day without its year, for axes of less than one. */
export function formatShortDay(day: string, locale?: string): string {
  return dateFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** Day and month without the year, for axes. */
export function formatMonth(day: string | Date, locale?: string): string {
  const date = typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : day;
  return dateFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(date);
}

/** A moment to the second, with the name of the zone it is told in. */
export function formatInstant(instant: string, zone: TimeZone, locale?: string): string {
  return dateFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(zone === 'utc' ? { timeZone: 'UTC' } : {}),
  }).format(new Date(instant));
}

/** How far the day lies from the other, in words: "in 23 days", "today", "5 days ago". */
export function formatDistance(day: string, from: string, locale?: string): string {
  return new Intl.RelativeTimeFormat(locale ?? 'en', { numeric: 'auto' }).format(daysBetween(from, day), 'day');
}

/** Whole days a fact was stored after it happened. */
export function daysLate(occurredAt: string, recordedAt: string): number {
  return Math.floor((Date.parse(recordedAt) - Date.parse(occurredAt)) / 86_400_000);
}
