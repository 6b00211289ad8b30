import { describe, expect, it } from 'vitest';
import type { RenewalSums, RevenueAmounts } from '../../shared/api/types';
import { stacked } from '../../shared/charts/columns';
import { bridge, movementColumn, renewalBridge, revenueBridge } from './bridges';
import { daysLeftIn, daysOfQuarter, quarterAfter, quarterFrom, quarterInWords, quarterOf } from './quarter';
import { parseRenewalsSearch } from './renewals-search';

describe('a quarter', () => {
  it('is that of the calendar', () => {
    expect(quarterOf('2026-12-31')).toBe('2026-Q4');
    expect(quarterOf('2026-01-01')).toBe('2026-Q1');
    expect(daysOfQuarter('2026-Q4')).toEqual({ from: '2026-10-01', to: '2027-01-01' });
    expect(quarterInWords('2026-Q4')).toBe('Q4 2026');
  });

  it('is followed and preceded by others across years', () => {
    expect(quarterAfter('2026-Q4', 1)).toBe('2027-Q1');
    expect(quarterAfter('2026-Q1', -1)).toBe('2025-Q4');
    expect(quarterAfter('2026-Q1', -5)).toBe('2024-Q4');
  });

  it('is over when no day of it is left', () => {
    expect(daysLeftIn('2026-Q4', '2026-12-31')).toBe(1);
    expect(daysLeftIn('2026-Q4', '2027-01-01')).toBe(0);
  });

  it('stands in the address only when it is one', () => {
    expect(parseRenewalsSearch({ quarter: '2026-Q2', currency: 'EUR' })).toEqual({
      quarter: '2026-Q2',
      currency: 'EUR',
    });
    expect(parseRenewalsSearch({ quarter: '2026-Q5' })).toEqual({});
    expect(quarterFrom(20261)).toBeUndefined();
  });
});

describe('a bridge', () => {
  it('lets each step begin where the one before ended', () => {
    const steps = bridge([
      { name: 'Start', figure: figure(100), tone: 'full', moves: 'level' },
      { name: 'Lost', figure: figure(30), tone: 'gone', moves: 'down' },
      { name: 'New', figure: figure(20), tone: 'soft', moves: 'up' },
    ]);
    expect(steps.flatMap(stacked).map(({ low, high }) => [low, high])).toEqual([
      [0, 100],
      [70, 100],
      [70, 90],
    ]);
  });

  it('comes down from what is due to what is renewed, and goes up by what is paid beyond', () => {
    const sums = { due: 100, lost: 20, downsell: 5, open: 15, kept: 60, expansion: 8 };
    const placed = renewalBridge(figures(sums) as unknown as RenewalSums).flatMap(stacked);
    expect(placed[3]?.low).toBe(60);
    expect(placed[4]).toMatchObject({ low: 0, high: 60 });
    expect(placed[5]).toMatchObject({ low: 60, high: 68 });
  });

  it('hatches what is open only while something is', () => {
    const sums = { due: 20, lost: 20, downsell: 0, open: 0, kept: 0, expansion: 0 };
    expect(renewalBridge(figures(sums) as unknown as RenewalSums).some(({ open }) => open)).toBe(false);
  });

  it('ends at the revenue of the end', () => {
    const placed = revenueBridge(amounts).flatMap(stacked);
    expect(placed.at(-2)?.high).toBe(placed.at(-1)?.high);
  });
});

it('a month has what was won above and what was lost below', () => {
  const column = movementColumn('2026-01', 'Jan 26', true, amounts);
  expect(column.parts.map(({ name, value }) => [name, value])).toEqual([
    ['expansion', 8],
    ['new', 12],
    ['won back', 2],
    ['downsell', -3],
    ['lost', -10],
  ]);
  expect(column.open).toBe(true);
});

const figure = (value: number) => ({ value, explain: '/api/v1/explain?figure=revenue.start' });

const figures = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, figure(value)]));

const amounts = figures({
  start: 100,
  lost: 10,
  downsell: 3,
  expansion: 8,
  added: 12,
  wonBack: 2,
  end: 109,
}) as unknown as RevenueAmounts;
