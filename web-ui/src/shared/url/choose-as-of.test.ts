import { describe, expect, it } from 'vitest';
import { parseAsOfSearch } from './as-of-search';
import { chooseAsOf } from './choose-as-of';

const TODAY = '2026-11-22';

describe('the day of the pages', () => {
  it('is the last day in the log when that lies more than seven days back', () => {
    expect(chooseAsOf(undefined, '2023-06-30T23:59:00Z', TODAY)).toMatchObject({
      day: '2023-06-30',
      chosenBy: 'end-of-log',
    });
  });

  it('is today when the log was written to within seven days', () => {
    expect(chooseAsOf(undefined, '2026-11-15T08:00:00Z', TODAY)).toMatchObject({ day: TODAY, chosenBy: 'calendar' });
  });

  it('is today when nothing has happened yet', () => {
    expect(chooseAsOf(undefined, null, TODAY).day).toBe(TODAY);
  });

  it('is the day of the address whatever the log says', () => {
    expect(chooseAsOf('2022-03-31', '2023-06-30T23:59:00Z', TODAY)).toMatchObject({
      day: '2022-03-31',
      chosenBy: 'reader',
    });
  });

  it('follows the calendar when the address says today', () => {
    expect(chooseAsOf('today', '2023-06-30T23:59:00Z', TODAY).day).toBe(TODAY);
  });
});

describe('the day in the address', () => {
  it('is dropped when the calendar does not have it', () => {
    expect(parseAsOfSearch({ asOf: '2023-02-30' })).toEqual({});
  });

  it('is dropped when it is no day at all', () => {
    expect(parseAsOfSearch({ asOf: 'yesterday' })).toEqual({});
  });

  it('is kept when it is a leap day', () => {
    expect(parseAsOfSearch({ asOf: '2024-02-29' })).toEqual({ asOf: '2024-02-29' });
  });
});
