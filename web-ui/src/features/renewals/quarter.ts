import { daysBetween } from '../../shared/format/days';

/** A quarter of the calendar: `2026-Q4`. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

const QUARTER = /^(\d{4})-Q([1-4])$/;

/** The value as a quarter, or undefined when it is none. */
export function quarterFrom(value: unknown): Quarter | undefined {
  return typeof value === 'string' && QUARTER.test(value) ? (value as Quarter) : undefined;
}

/** The quarter a day lies in. */
export function quarterOf(day: string): Quarter {
  return quarterAt(Number(day.slice(0, 4)), Math.floor((Number(day.slice(5, 7)) - 1) / 3));
}

/** The quarter so many quarters later, or earlier when negative. */
export function quarterAfter(quarter: Quarter, quarters: number): Quarter {
  const [year, index] = partsOf(quarter);
  return quarterAt(year, index + quarters);
}

/** The days of the quarter, `[from, to)`. */
export function daysOfQuarter(quarter: Quarter): { from: string; to: string } {
  const first = (wanted: Quarter) => {
    const [year, index] = partsOf(wanted);
    return `${String(year).padStart(4, '0')}-${String(3 * index + 1).padStart(2, '0')}-01`;
  };
  return { from: first(quarter), to: first(quarterAfter(quarter, 1)) };
}

/** As it is read: "Q4 2026". */
export function quarterInWords(quarter: Quarter): string {
  const [year, index] = partsOf(quarter);
  return `Q${index + 1} ${year}`;
}

/** Where the day lies in the quarter: before it, in it with the days left, or after it. */
export function daysLeftIn(quarter: Quarter, day: string): number {
  return daysBetween(day, daysOfQuarter(quarter).to);
}

function partsOf(quarter: Quarter): [number, number] {
  const [, year, number] = QUARTER.exec(quarter) ?? [];
  return [Number(year), Number(number) - 1];
}

function quarterAt(year: number, index: number): Quarter {
  const inYear = ((index % 4) + 4) % 4;
  return `${year + Math.floor(index / 4)}-Q${inYear + 1}` as Quarter;
}
