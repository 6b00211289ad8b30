import type { CustomerUser } from '../../shared/api/types';
import type { Order } from './engagement-search';

const LEVELS: readonly (string | null)[] = ['advanced', 'core', 'introductory', null];

/** People by how steadily they are there, by the level they reached, or by when they were last there. */
export function sortPeople(people: readonly CustomerUser[], order: Order): CustomerUser[] {
  const recent = (one: CustomerUser, other: CustomerUser) =>
    (other.lastActiveOn ?? '').localeCompare(one.lastActiveOn ?? '');
  const steady = (one: CustomerUser, other: CustomerUser) => other.activeDays.value - one.activeDays.value;
  const level = (one: CustomerUser, other: CustomerUser) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level);
  const first = { steady, level, recent }[order];
  return people.toSorted((one, other) => first(one, other) || steady(one, other) || recent(one, other));
}
