const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The value as a day of the calendar (`YYYY-MM-DD`), or undefined when it is none: 30 February is not. */
export function dayOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !DAY.test(value)) {
    return undefined;
  }
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? value : undefined;
}

/** The value when it is one of those allowed, else undefined. */
export function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((candidate) => candidate === value);
}

/** The value as text without surrounding blanks, or undefined when nothing is left. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The value as a whole number from 0, or undefined. */
export function indexOf(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : undefined;
}
