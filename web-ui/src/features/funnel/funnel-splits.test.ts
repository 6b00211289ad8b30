import { describe, expect, it } from 'vitest';
import type { Figure, FunnelStep, FunnelTrend } from '../../shared/api/types';
import { parseFunnelSearch } from './funnel-search';
import { binsOf, daysOfCurve, nameOfBin } from './time-curve';
import { inWords } from './time-curve-chart';
import { openUntil, togetherOf, trendColumns, withoutGaps } from './trend-columns';

const CURVE = [
  { day: 0, atRisk: 10, reached: 2, watched: 0, share: 0.2 },
  { day: 3, atRisk: 8, reached: 3, watched: 1, share: 0.5 },
  { day: 40, atRisk: 4, reached: 1, watched: 3, share: 0.625 },
];

describe('the curve of times', () => {
  it('holds its share on the days between', () => {
    const days = daysOfCurve(CURVE);
    expect(days).toHaveLength(41);
    expect(days[2]).toEqual({ share: 0.2, reached: 2, unwatched: 0, reachedOn: 0, unwatchedOn: 0 });
    expect(days[40]).toEqual({ share: 0.625, reached: 6, unwatched: 4, reachedOn: 1, unwatchedOn: 3 });
  });

  it('accounts for everybody at its end: there, or watched no longer', () => {
    const last = daysOfCurve(CURVE).at(-1);
    expect((last?.reached ?? 0) + (last?.unwatched ?? 0)).toBe(10);
  });

  it('says of a day what is estimated and on how many that rests', () => {
    expect(inWords(3, daysOfCurve(CURVE), 10, 'en-US')).toBe(
      'By day 3: 50% estimated, 5 of 10 got there; 1 not there and watched no longer by then',
    );
  });

  it('is empty when nobody is on the way', () => {
    expect(daysOfCurve([])).toEqual([]);
    expect(inWords(0, [], 0)).toBe('');
  });
});

describe('the bins of times', () => {
  it('hold all who got there, and nobody else', () => {
    const bins = binsOf(CURVE);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    expect(bins.map(nameOfBin).slice(0, 2)).toEqual(['0–6 d', '7–13 d']);
    expect(bins.map(({ count }) => count)).toEqual([5, 0, 0, 0, 0, 1]);
  });

  it('are single days when all were fast', () => {
    expect(binsOf(CURVE.slice(0, 2)).map(nameOfBin)).toEqual(['day 0', 'day 1', 'day 2', 'day 3']);
  });
});

describe('the trend', () => {
  const JANUARY = point('2026-01-01', '2026-02-01', 20, [20, 15], [0, 0]);
  const APRIL = point('2026-04-01', '2026-05-01', 4, [4, 1], [0, 3]);

  it('shows the months in which nobody entered', () => {
    expect(withoutGaps([JANUARY, APRIL], 'MONTH').map(({ from }) => from)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
    ]);
  });

  it('marks a cohort as open as long as somebody in it can still make the step', () => {
    const columns = trendColumns(trend(), 1, 'en-US');
    expect(columns.map(({ open = false }) => open)).toEqual([false, false, false, true]);
    expect(openUntil(APRIL, 1)).toBe(3);
    expect(openUntil(APRIL, 0)).toBe(0);
  });

  it('draws shares of those who entered, paler where they are few', () => {
    const [first, , , last] = trendColumns(trend(), 1, 'en-US');
    expect(first?.parts.map(({ value, tone }) => [value, tone])).toEqual([
      [75, 'full'],
      [0, 'outline'],
    ]);
    expect(last?.parts.map(({ value, tone }) => [value, tone])).toEqual([
      [25, 'soft'],
      [75, 'outline'],
    ]);
    expect(last?.note).toBe('1 of 4 that entered');
  });

  it('adds up to the funnel', () => {
    expect(togetherOf([JANUARY, APRIL], 1)).toEqual({ entered: 24, reached: 16 });
  });

  function trend(): FunnelTrend {
    return { asOf: '2026-04-30', position: 1, funnelId: 'adoption', interval: 'MONTH', points: [JANUARY, APRIL] };
  }
});

describe('the view in the address', () => {
  it('keeps what is looked at, and drops what is no view', () => {
    expect(parseFunnelSearch({ view: 'times', since: '1', until: '3' })).toEqual({
      view: 'times',
      since: '1',
      until: '3',
    });
    expect(parseFunnelSearch({ view: 'cake', since: 'x', by: 'year' })).toEqual({});
  });
});

function point(from: string, to: string, entered: number, reached: number[], open: number[]) {
  const steps = reached.map((count, index) => step(index, count, open[index] ?? 0));
  return { from, to, entered, steps };
}

function step(index: number, reached: number, open: number): FunnelStep {
  const figure: Figure = { value: reached, explain: '/api/v1/explain?figure=funnel.reached' };
  const rate = { value: null, of: figure, among: figure };
  return {
    index,
    name: `Step ${index}`,
    rule: 'rule',
    reached,
    open,
    missed: 0,
    ofEntered: null,
    ofPrevious: null,
    medianDaysFromEntry: null,
    optional: false,
    outOfOrder: 0,
    figures: {
      reached: figure,
      open: figure,
      missed: figure,
      outOfOrder: figure,
      overall: rate,
      step: rate,
      dropOff: rate,
    },
    timesFromEntry: null,
  };
}
