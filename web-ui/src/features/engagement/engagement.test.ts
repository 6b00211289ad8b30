import { describe, expect, it } from 'vitest';
import type { CustomerUser, LifecycleOfInterval } from '../../shared/api/types';
import { activeDayColumns } from './active-days-chart';
import { inWords } from './drop-off-words';
import { parseEngagementSearch } from './engagement-search';
import { lifecycleColumns } from './lifecycle-columns';
import { sortPeople } from './sort-people';
import { daysPerWeek, figureOfWeek, weeksUntil } from './weeks-of';

describe('engagement in the address', () => {
  it('keeps what was chosen and drops what is none', () => {
    const search = {
      customer: 'acme',
      interval: 'week',
      whose: 'accounts',
      days: 'working',
      feature: 'a',
      order: 'level',
    };
    expect(parseEngagementSearch(search)).toEqual(search);
    expect(parseEngagementSearch({ interval: 'year', whose: 'cats', days: 'all', feature: ' ' })).toEqual({});
  });
});

describe('the lifecycle', () => {
  it('shows who is active upwards and who fell silent downwards, under the last day of the interval', () => {
    const [column] = lifecycleColumns([interval]);
    expect(column?.label).toBe('to Jan 28');
    expect(column?.parts.map(({ name, value }) => [name, value])).toEqual([
      ['returning', 5],
      ['resurrecting', 1],
      ['new', 2],
      ['dormant', -3],
    ]);
    expect(column?.total?.figure.value).toBe(8);
  });
});

describe('weeks of people', () => {
  const weeks = weeksUntil('2026-01-28', 2);

  it('end with the day of the page', () => {
    expect(weeks).toEqual([
      { from: '2026-01-15', to: '2026-01-22' },
      { from: '2026-01-22', to: '2026-01-29' },
    ]);
  });

  it('count days in their week, and none outside', () => {
    expect(daysPerWeek(['2026-01-14', '2026-01-15', '2026-01-21', '2026-01-22', '2026-01-29'], weeks)).toEqual([2, 1]);
    expect(daysPerWeek(['2026-01-14'], [])).toEqual([]);
  });

  it('ask for their events as of their own last day, with what was known unchanged', () => {
    const explain = '/api/v1/explain?figure=users.active-days&from=2026-01-15&asOf=2026-01-28&knownAt=77';
    expect(figureOfWeek(explain, 2, { from: '2026-01-15', to: '2026-01-22' })).toEqual({
      value: 2,
      explain: '/api/v1/explain?figure=users.active-days&from=2026-01-15&asOf=2026-01-21&knownAt=77',
    });
  });
});

it('people are sorted by steadiness, by level, or by the last day they were there', () => {
  const people = [
    person('a', 3, 'core', '2026-01-02'),
    person('b', 9, null, '2026-01-01'),
    person('c', 1, 'advanced', '2026-01-03'),
  ];
  const namesBy = (order: Parameters<typeof sortPeople>[1]) => sortPeople(people, order).map(({ userId }) => userId);
  expect(namesBy('steady')).toEqual(['b', 'a', 'c']);
  expect(namesBy('level')).toEqual(['c', 'a', 'b']);
  expect(namesBy('recent')).toEqual(['c', 'a', 'b']);
});

it('active days run from none to all', () => {
  expect(activeDayColumns([figure(4), figure(2)]).map(({ label, parts }) => [label, parts[0]?.value])).toEqual([
    ['0', 4],
    ['1', 2],
  ]);
});

it('a difference after a feature is told in words, not by a sign', () => {
  expect(inWords(0.125)).toContain('12.5 points more stop');
  expect(inWords(-0.02)).toContain('2 points fewer stop');
  expect(inWords(0)).toBe('As many as expected.');
  expect(inWords(null)).toBe('Nobody can be compared yet.');
});

function figure(value: number) {
  return { value, explain: '/api/v1/explain?figure=engagement.users-in-state' };
}

const interval: LifecycleOfInterval = {
  from: '2026-01-01',
  to: '2026-01-29',
  active: figure(8),
  newlyCreated: figure(2),
  returning: figure(5),
  resurrecting: figure(1),
  dormant: figure(3),
  pulse: { value: 1, of: figure(3), among: figure(3) },
};

function person(userId: string, days: number, level: string | null, lastActiveOn: string) {
  return { userId, activeDays: figure(days), level, lastActiveOn } as unknown as CustomerUser;
}
