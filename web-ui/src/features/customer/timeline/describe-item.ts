import { formatDay } from '../../../shared/format/dates';
import { countOf } from '../../../shared/format/numbers';
import { marksInWords, type TimelineItem } from './timeline-items';

export const dayOfTime = (time: number) => new Date(time).toISOString().slice(0, 10);

/** From when to when, in words: "Jun 8, 2025 to Jun 8, 2026", "since Jun 8, 2025, due Jul 8, 2025". */
export function spanInWords({ outcome, start, end, plannedEnd }: TimelineItem, locale?: string): string {
  const day = (time: number) => formatDay(dayOfTime(time), locale);
  if (outcome === 'point') {
    return day(start);
  }
  if (end === null) {
    return `since ${day(start)}${plannedEnd === null ? '' : `, due ${day(plannedEnd)}`}`;
  }
  return dayOfTime(start) === dayOfTime(end) ? day(start) : `${day(start)} to ${day(end)}`;
}

/** An item in one line, as it is read out. */
export function describeItem(item: TimelineItem, tagLate: boolean, locale?: string): string {
  return [
    item.title,
    spanInWords(item, locale),
    marksInWords(item),
    tagLate && item.daysLate > 0 ? `recorded ${countOf(item.daysLate, 'day', 'days', locale)} later` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
