import { describe, expect, it } from 'vitest';
import type { Term } from '../../shared/api/types';
import { endOf } from './customer-header';
import { factsOf, remarkableDelay } from './describe-event';
import { wordsOf } from '../../shared/format/event-words';
import { describeDay } from './usage-chart';
import { seatsOn, usageByDay } from './usage-days';

describe('use by day', () => {
  const usage = {
    asOf: '2023-01-03',
    position: 1,
    customerId: 'P-0000',
    from: '2023-01-01',
    to: '2023-01-04',
    actions: { value: 40, explain: '/api/v1/explain?figure=usage.actions' },
    days: [{ day: '2023-01-02', activeUsers: 3, actions: 40, features: {} }],
  };

  it('has a zero for each day the answer leaves out', () => {
    expect(usageByDay(usage, []).map(({ actions }) => actions)).toEqual([0, 40, 0]);
  });

  it('is read out with users against seats', () => {
    const [, day] = usageByDay(usage, [term({ seats: 25 })]);
    expect(day && describeDay(day, 'en-US')).toBe('Jan 2, 2023: 40 actions, 3 active users of 25 seats');
  });
});

describe('the seats of a day', () => {
  const year = term({ startsOn: '2022-01-01', endsOn: '2023-01-01', seats: 50 });

  it('count from the first day of the term', () => {
    expect([seatsOn('2021-12-31', [year]), seatsOn('2022-01-01', [year])]).toEqual([null, 50]);
  });

  it('no longer count on the first day after it', () => {
    expect([seatsOn('2022-12-31', [year]), seatsOn('2023-01-01', [year])]).toEqual([50, null]);
  });

  it('are those of all terms in force', () => {
    expect(seatsOn('2022-06-01', [year, term({ licenseId: 'L-2', startsOn: '2022-03-01', seats: 9 })])).toBe(59);
  });

  it('end early when the term was cancelled', () => {
    expect(seatsOn('2022-09-01', [{ ...year, endedEarlyOn: '2022-08-28' }])).toBeNull();
  });
});

describe('the end of a customer', () => {
  it('is told with the reason in words, else with its code, else without', () => {
    const churnedOn = '2023-04-16';
    expect([
      endOf({ churnedOn, reasonText: 'Too expensive', reasonCode: 'price' }, 'en-US'),
      endOf({ churnedOn, reasonText: '', reasonCode: 'price' }, 'en-US'),
      endOf({ churnedOn, reasonText: '', reasonCode: '' }, 'en-US'),
    ]).toEqual([
      'Churned on Apr 16, 2023, reason: Too expensive.',
      'Churned on Apr 16, 2023, reason: price.',
      'Churned on Apr 16, 2023, no reason recorded.',
    ]);
  });
});

describe('an event of the history', () => {
  it('is named in words', () => {
    expect(wordsOf('license.seats-changed')).toBe('License seats changed');
  });

  it('shows its plain facts without ids, moments and its own day', () => {
    const payload = { customerId: 'P-1', day: '2023-01-02', activeUsers: 3, features: { search: 1 }, occurredAt: 'x' };
    expect(factsOf(payload, '2023-01-02')).toBe('active users 3');
    expect(factsOf(payload, '2023-01-03')).toBe('day 2023-01-02 · active users 3');
  });

  it('is marked when it was recorded days later', () => {
    expect(remarkableDelay(event({ recordedAt: '2023-06-13T00:00:00Z' }))).toBe(12);
  });

  it('is not marked within a day', () => {
    expect(remarkableDelay(event({ recordedAt: '2023-06-01T23:00:00Z' }))).toBeNull();
  });

  it('is not marked when it was imported, as then all of them are late', () => {
    expect(remarkableDelay(event({ recordedAt: '2026-11-22T00:00:00Z', actor: 'import:crmsim' }))).toBeNull();
  });
});

function event(change: { recordedAt: string; actor?: string }) {
  return { actor: 'user:anna', occurredAt: '2023-06-01T00:00:00Z', ...change };
}

function term(change: Partial<Term>): Term {
  return {
    licenseId: 'L-1',
    product: 'crm',
    plan: 'standard_annual',
    seats: 10,
    pricePerSeat: { currency: 'USD', minorUnits: 2000 },
    monthlyRevenue: { currency: 'USD', minorUnits: 20000 },
    startsOn: '2022-06-01',
    endsOn: '2023-06-01',
    endedEarlyOn: null,
    state: 'in-force',
    autoRenew: true,
    ...change,
  };
}
