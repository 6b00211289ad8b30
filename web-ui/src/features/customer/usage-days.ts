import { daysOf } from '../../shared/format/days';
import type { Term, Usage } from '../../shared/api/types';

export interface UsageOfDay {
  day: string;
  actions: number;
  activeUsers: number;
  /** Seats of the terms in force; null on a day without one. */
  seats: number | null;
}

/** The seats sold for a day. A term covers the days from its start up to, not including, its end or early end. */
export function seatsOn(day: string, terms: readonly Term[]): number | null {
  const inForce = terms.filter((term) => term.startsOn <= day && day < (term.endedEarlyOn ?? term.endsOn));
  return inForce.length === 0 ? null : inForce.reduce((seats, term) => seats + term.seats, 0);
}

/** One entry for every day of the period: the answer leaves out days without use, a chart must not. */
export function usageByDay(usage: Usage, terms: readonly Term[]): UsageOfDay[] {
  const used = new Map(usage.days.map((day) => [day.day, day]));
  return daysOf(usage.from, usage.to).map((day) => ({
    day,
    actions: used.get(day)?.actions ?? 0,
    activeUsers: used.get(day)?.activeUsers ?? 0,
    seats: seatsOn(day, terms),
  }));
}
