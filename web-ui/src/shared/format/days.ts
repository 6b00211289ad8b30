const MILLISECONDS_PER_DAY = 86_400_000;

const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Whole days from the first day to the second; negative when the second lies earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOf(to) - startOf(from)) / MILLISECONDS_PER_DAY);
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return new Date(startOf(day) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** Every day of the half-open period `[from, to)`. */
export function daysOf(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, index) => addDays(from, index));
}

/** Today's date in UTC, the zone all days of the ledger are cut in. */
export function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}
