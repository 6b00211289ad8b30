/** Below `red` poor, from `green` on good, between them to be watched; as shares of one. Null: too early to say. */
export interface Bands {
  red: number;
  green: number;
}

/**
 * What counts as good use of the seats, by the age of the contract in whole months: the longer it runs, the more is
 * expected. As docs/seats.md has it.
 */
export function bandsAt(contractMonths: number): Bands | null {
  if (contractMonths < 2) {
    return null;
  }
  if (contractMonths < 6) {
    return { red: 0.1, green: 0.5 };
  }
  return { red: contractMonths < 9 ? 0.5 : 0.75, green: 0.75 };
}

/** Whole months from one day to a later one. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}
