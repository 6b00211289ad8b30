import { describe, expect, it } from 'vitest';
import type { Figure, Rate, RevenueRetention } from '../../shared/api/types';
import { cellAfterKey } from './cell-after-key';
import { cellAt, closesOn, greatestRate, meanOf, tableOfActivity, tablesOfContracts } from './cohort-table';
import { parseCohortsSearch } from './cohorts-search';
import { nameOf } from './compared-cells';

describe('cohorts in the address', () => {
  it('keep what is followed and the cells that are compared, and drop the rest', () => {
    const search = { of: 'revenue', against: 'previous', one: '2026-03.4', other: 'mean.12' };
    expect(parseCohortsSearch(search)).toEqual(search);
    expect(parseCohortsSearch({ of: 'luck', one: '2026', other: 'mean' })).toEqual({});
  });
});

describe('the heat map', () => {
  it('shows shares of the begin as the server counts them, with the events of both sides', () => {
    const cell = cellAt(contracts(false), '2026-01.1');
    expect(cell?.value).toBe(0.8);
    expect(cell?.figures?.among).toEqual(figure(10));
  });

  it('shows shares of the month before, which are worse than they seem where many have gone', () => {
    expect(cellAt(contracts(true), '2026-01.2')).toMatchObject({ value: 0.5, of: 4, among: 8 });
    expect(cellAt(contracts(true), '2026-01.0')).toMatchObject({ value: 1, among: 10 });
  });

  it('leaves open what not all of the cohort have come to', () => {
    expect(cellAt(contracts(false), '2026-02.2')).toBeNull();
    expect(cellAt(contracts(false), '2031-01.0')).toBeNull();
  });

  it('weighs the mean by the size of the cohorts that have come so far', () => {
    const { mean } = contracts(true);
    expect(mean.cells.map((cell) => cell?.of)).toEqual([12, 10, 4]);
    expect(mean.cells[1]?.value).toBeCloseTo(10 / 12);
    expect(meanOf([])).toEqual([]);
  });

  it('has one scale for all tables, which revenue that grew stretches', () => {
    expect(greatestRate([contracts(false)])).toBe(1);
    const grown = { month: '2026-01', size: figure(4), months: [rate(6, 4)] };
    const activity = { cohorts: [grown] } as unknown as Parameters<typeof tableOfActivity>[0];
    expect(greatestRate(tableOfActivity(activity, false))).toBe(1.5);
  });

  it('says when an open cell closes', () => {
    expect(closesOn('2026-11', 3)).toBe('2027-02-28');
    expect(closesOn('2026-01', 0)).toBe('2026-01-31');
  });

  it('names a cell in words', () => {
    expect(nameOf('2026-03.1')).toBe('Mar 26, 1 month later');
    expect(nameOf('mean.4')).toBe('Weighted mean, 4 months later');
  });
});

describe('the keys in the heat map', () => {
  const rows = [{ cells: ['a', 'b', 'c'] }, { cells: ['d', null, 'e'] }, { cells: ['f'] }];

  it('walk to the next cell that can be read', () => {
    expect(cellAfterKey('ArrowRight', { row: 1, column: 0 }, rows)).toEqual({ row: 1, column: 2 });
    expect(cellAfterKey('ArrowDown', { row: 0, column: 0 }, rows)).toEqual({ row: 1, column: 0 });
    expect(cellAfterKey('End', { row: 1, column: 0 }, rows)).toEqual({ row: 1, column: 2 });
  });

  it('stay where there is none, and leave other keys alone', () => {
    expect(cellAfterKey('ArrowDown', { row: 0, column: 1 }, rows)).toBeNull();
    expect(cellAfterKey('a', { row: 0, column: 0 }, rows)).toBeNull();
  });
});

const figure = (value: number): Figure => ({ value, explain: `/api/v1/explain?figure=revenue.cohort-kept&n=${value}` });

const rate = (of: number, among: number): Rate => ({ value: of / among, of: figure(of), among: figure(among) });

function contracts(fromPrevious: boolean) {
  const answer = {
    tables: [
      {
        currency: null,
        mean: [rate(12, 12), rate(10, 12), rate(4, 10)],
        cohorts: [
          { month: '2026-01-01', size: figure(10), cells: [rate(10, 10), rate(8, 10), rate(4, 10)] },
          { month: '2026-02-01', size: figure(2), cells: [rate(2, 2), rate(2, 2), null] },
        ],
      },
    ],
  };
  const [table] = tablesOfContracts(answer as unknown as RevenueRetention, fromPrevious);
  if (table === undefined) {
    throw new Error('There is a table for the currency.');
  }
  return table;
}
