import type { Funnel } from '../../shared/api/types';
import { countOf } from '../../shared/format/numbers';

const ONE: Record<Funnel['unit'], string> = {
  customers: 'customer',
  users: 'user',
  accounts: 'account',
  seats: 'seat',
};

/** So many of what a funnel counts: "1 seat", "42 users". */
export function countOfUnit(count: number, unit: Funnel['unit'], locale?: string): string {
  return countOf(count, ONE[unit], unit, locale);
}

/** What a funnel counts, as the beginning of a sentence: "Users". */
export function unitAsBeginning(unit: Funnel['unit']): string {
  return unit.charAt(0).toUpperCase() + unit.slice(1);
}
