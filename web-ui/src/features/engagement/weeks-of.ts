import type { ExplainableFigure } from '../../shared/explain/explained';
import { addDays, daysBetween } from '../../shared/format/days';

/** A week of seven days, `[from, to)`. */
export interface Week {
  from: string;
  to: string;
}

/** The last weeks that end with the day, oldest first. */
export function weeksUntil(day: string, count: number): Week[] {
  const end = addDays(day, 1);
  return Array.from({ length: count }, (_, index) => {
    const to = addDays(end, -7 * (count - 1 - index));
    return { from: addDays(to, -7), to };
  });
}

/** How many of the days lie in each week. */
export function daysPerWeek(days: readonly string[], weeks: readonly Week[]): number[] {
  const first = weeks[0]?.from;
  const counts = weeks.map(() => 0);
  for (const day of days) {
    const index = first === undefined ? -1 : Math.floor(daysBetween(first, day) / 7);
    if (index >= 0 && index < counts.length) {
      counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  return counts;
}

/** The figure of active days, asked for another window: what was known stays as it was. */
export function figureOfWeek(explain: string, value: number, { from, to }: Week): ExplainableFigure {
  const [path, query] = explain.split('?');
  const question = new URLSearchParams(query);
  question.set('from', from);
  question.set('asOf', addDays(to, -1));
  return { value, explain: `${path}?${question.toString()}` };
}
