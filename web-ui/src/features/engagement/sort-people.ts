import type { CustomerUser } from '../../shared/api/types';
import type { Order } from './engagement-search';

const LEVELS: readonly (string | null)[] = ['advanced', 'core', 'introductory', null];

type Compare = (one: CustomerUser, other: CustomerUser) => number;

const recent: Compare = (one, other) => (other.lastActiveOn ?? '').localeCompare(one.lastActiveOn ?? '');
const steady: Compare = (one, other) => other.activeDays.value - one.activeDays.value;
const level: Compare = (one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level);

/** People by how steadily they are there, by the level they reached, or by when they were last there. */
export function sortPeople(people: readonly CustomerUser[], order: Order): CustomerUser[] {
  const first = { steady, level, recent }[order];
  return people.toSorted((one, other) => first(one, other) || steady(one, other) || recent(one, other));
}
