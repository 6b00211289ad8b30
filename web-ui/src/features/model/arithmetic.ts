import type { RiskPart } from '../../shared/risk/answers';

export interface ArithmeticRow {
  part: RiskPart;
  /** What the model adds, and the sum up to here. */
  points: number;
  sum: number;
  /** What the model in force adds; null where it does not look at the signal. */
  inForce: number | null;
}

/** Row by row to the health: what adds most first, each with the sum so far, beside what the model in force adds. */
export function arithmeticOf(parts: readonly RiskPart[], inForce: readonly RiskPart[]): ArithmeticRow[] {
  const others = new Map(inForce.map(({ signal, contribution }) => [signal, contribution]));
  let sum = 0;
  return parts
    .filter(({ value, contribution }) => value !== null && contribution !== null)
    .toSorted((a, b) => (b.contribution ?? 0) - (a.contribution ?? 0))
    .map((part) => {
      const points = part.contribution ?? 0;
      sum += points;
      return { part, points, sum, inForce: others.get(part.signal) ?? null };
    });
}
