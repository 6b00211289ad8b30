import { describe, expect, it } from 'vitest';
import { BUILT_IN_VIEWS } from './built-in-views';
import { DEFAULT_COLUMNS } from './column-ids';
import { parseColumns, parsePortfolioSearch, parseSort, sortAfterChoosing, stringifyColumns } from './portfolio-search';
import { rowAfterKey } from './row-after-key';
import { isSameView, queryOfView, viewOfQuery } from './saved-views';

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

describe('the columns', () => {
  it('are the usual ones when the address names none that is known', () => {
    expect([parseColumns(undefined), parseColumns('shoeSize')]).toEqual([DEFAULT_COLUMNS, DEFAULT_COLUMNS]);
  });

  it('stand in the order of the table, however they were chosen', () => {
    expect(stringifyColumns(parseColumns('owner,health,stage'))).toBe('stage,health,owner');
  });
});

describe('the views', () => {
  it('that are always there are written as the address would have them', () => {
    expect(BUILT_IN_VIEWS.map(({ search }) => parsePortfolioSearch({ ...search }))).toEqual(
      BUILT_IN_VIEWS.map(({ search }) => search),
    );
  });

  it('are the same in whatever order they were said, and under whatever name', () => {
    expect(isSameView({ status: 'live', sort: 'health', view: 'Mine' }, { sort: 'health', status: 'live' })).toBe(true);
    expect(isSameView({ status: 'live' }, {})).toBe(false);
  });

  it('are kept as the query of an address, and read from it as far as that can be', () => {
    const view = { status: 'live', sort: '-riskChange', search: 'a & b = c' } as const;
    expect(viewOfQuery(queryOfView({ ...view, view: 'Mine' }))).toEqual(view);
    expect(viewOfQuery('status=live&colour=red&sort')).toEqual({ status: 'live' });
    expect(queryOfView({})).toBe('');
  });
});
