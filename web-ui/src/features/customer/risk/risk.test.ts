import { describe, expect, it } from 'vitest';
import type { RiskDay } from '../../../shared/risk/answers';
import { formatChange, formatValue, signalName } from '../../../shared/risk/risk-words';
import { parseCustomerSearch } from '../customer-search';
import { describeRisk } from './describe-risk';
import { placesAsked } from './places-asked';
import { casesOpen, layersOf, spanIn, stackOf } from './risk-parts';

describe('the layers of the health', () => {
  it('put negative parts below zero and positive ones on each other', () => {
    expect(stackOf([layer('a', 3), layer('b', -2), layer('c', 4)])).toEqual([[[0, 3]], [[-2, 0]], [[3, 7]]]);
  });

  it('gather what moves least in the last one, so that nothing is left out', () => {
    const parts = Array.from({ length: 10 }, (_, index) => ({ signal: `kind-${'abcdefghij'[index]}` }));
    const contributions = (first: number) => parts.map((_, index) => index + (index === 4 ? first : 0));
    const days = [day({ contributions: contributions(0) }), day({ contributions: contributions(5) })];
    const layers = layersOf({ parts, days } as unknown as Parameters<typeof layersOf>[0]);
    expect([layers.length, layers[0]?.name]).toEqual([8, 'Kind e']);
    expect(layers.reduce((sum, { values }) => sum + (values[1] ?? 0), 0)).toBe(50);
  });
});

describe('a period among the days', () => {
  const days = [day({ day: '2026-01-01' }), day({ day: '2026-01-02' }), day({ day: '2026-01-03' })];

  it('is cut to them, and open when it goes on', () => {
    expect(spanIn(days, '2025-12-01', '2026-01-02')).toEqual({ from: 0, to: 1, open: false });
    expect(spanIn(days, '2026-01-02', null)).toEqual({ from: 1, to: 2, open: true });
  });

  it('is nothing when it lies outside', () => {
    expect(spanIn(days, '2026-02-01', null)).toBeUndefined();
  });
});

it('times with a case open reach from the first opened to the last closed', () => {
  const pins = [
    pin('case.opened', '2026-01-01'),
    pin('case.opened', '2026-01-05'),
    pin('case.closed', '2026-01-07'),
    pin('case.closed', '2026-01-09'),
    pin('case.opened', '2026-02-01'),
  ];
  expect(casesOpen(pins)).toEqual([
    { from: '2026-01-01', to: '2026-01-09' },
    { from: '2026-02-01', to: null },
  ]);
});

it('what was known is asked once a week, and always of the last day', () => {
  expect(placesAsked(15)).toEqual([0, 7, 14]);
  expect(placesAsked(730).length).toBeLessThanOrEqual(60);
});

it('a day is read out, also one without health', () => {
  expect(describeRisk(day({ health: 64.38, band: 'yellow', risk: 0.024, withData: 3, of: 4 }), [], 'en-US')).toBe(
    'Jan 1, 2026: health 64.4 (watch), probability of loss 2.4%, 3 of 4 signals with data',
  );
  expect(describeRisk(day({ health: null, away: true }), [], 'en-US')).toBe('Jan 1, 2026: not a customer');
});

it('values and changes are told with unit and sign; no data is not 0', () => {
  expect([formatValue(null, 'days'), formatValue(3, '1 to 5'), formatValue(0, '0 or 1')]).toEqual([
    'no data',
    '3 of 5',
    'no',
  ]);
  expect([formatChange(2.04, 'en-US'), formatChange(0, 'en-US')]).toEqual(['+2.0', '0.0']);
  expect(signalName('gap-to-log-on')).toBe('Gap to log-on');
});

it('the comparison of two days and the window of the timeline do not share their place in the address', () => {
  const search = parseCustomerSearch({ from: '2026-01-01', changedFrom: '2026-02-01', changedTo: 'soon' });
  expect(search).toEqual({ from: '2026-01-01', changedFrom: '2026-02-01' });
});

function day(part: Partial<RiskDay>): RiskDay {
  return {
    day: '2026-01-01',
    health: 50,
    risk: 0.1,
    band: 'yellow',
    withData: 1,
    of: 1,
    away: false,
    flagged: false,
    contributions: [],
    values: [],
    ...part,
  };
}

const layer = (name: string, value: number) => ({ name, values: [value] });

const pin = (type: string, on: string) => ({ type, day: on, position: 1, words: '' });
