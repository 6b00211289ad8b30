import { describe, expect, it } from 'vitest';
import { parsePortfolioSearch, parseSort, sortAfterChoosing } from './portfolio-search';
import { rowAfterKey } from './row-after-key';

describe('the filters in the address', () => {
  it('are read when they are known', () => {
    const filters = { search: 'acme', status: 'churned', plan: 'premier_mthly', sort: '-seats' };
    expect(parsePortfolioSearch(filters)).toEqual(filters);
  });

  it('drop what nobody defined', () => {
    expect(parsePortfolioSearch({ status: 'asleep', sort: 'shoeSize', search: '   ' })).toEqual({});
  });

  it('drop defaults, so that equal views have one address', () => {
    expect(parsePortfolioSearch({ status: 'all', sort: '-monthlyRevenue' })).toEqual({});
  });
});

describe('the order', () => {
  it('is the highest revenue first unless something else is asked for', () => {
    expect(parseSort(undefined)).toEqual({ key: 'monthlyRevenue', descending: true });
  });

  it('turns around when the same column is chosen again', () => {
    expect(sortAfterChoosing('seats', { key: 'seats', descending: true })).toEqual({ key: 'seats', descending: false });
  });

  it('starts at the useful end of a column', () => {
    const byName = sortAfterChoosing('name', { key: 'seats', descending: true });
    const bySeats = sortAfterChoosing('seats', { key: 'name', descending: false });
    expect([byName.descending, bySeats.descending]).toEqual([false, true]);
  });
});

describe('the keys of the table', () => {
  it('move by one row and by ten, and stop at the ends', () => {
    expect([
      rowAfterKey('ArrowDown', 3, 472),
      rowAfterKey('PageDown', 3, 472),
      rowAfterKey('PageDown', 470, 472),
      rowAfterKey('ArrowUp', 0, 472),
      rowAfterKey('End', 3, 472),
    ]).toEqual([4, 13, 471, 0, 471]);
  });

  it('leave Enter to the link', () => {
    expect(rowAfterKey('Enter', 3, 472)).toBeNull();
  });
});
