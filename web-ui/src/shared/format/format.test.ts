import { describe, expect, it } from 'vitest';
import { daysLate, formatDay, formatDistance, formatInstant } from './dates';
import { addDays, daysBetween, daysOf } from './days';
import { formatAmounts, formatMoney, formatWholeMoney } from './money';
import { countOf, formatCount, formatDecimal, formatShare } from './numbers';

describe('money', () => {
  it('is counted in cents and shown in dollars', () => {
    expect(formatMoney({ currency: 'USD', minorUnits: 12107250 }, 'en-US')).toBe('$121,072.50');
  });

  it('has no decimals in a currency that knows none', () => {
    expect(formatMoney({ currency: 'JPY', minorUnits: 5000 }, 'en-US')).toBe('¥5,000');
  });

  it('is rounded to whole units in tables', () => {
    expect(formatWholeMoney({ currency: 'USD', minorUnits: 12107250 }, 'en-US')).toBe('$121,073');
  });

  it('is never added up across currencies', () => {
    const amounts = [
      { currency: 'USD', minorUnits: 100_00 },
      { currency: 'EUR', minorUnits: 200_00 },
    ];
    expect(formatAmounts(amounts, 'en-US')).toBe('$100 + €200');
  });

  it('is a dash when there is none', () => {
    expect(formatMoney(null)).toBe('–');
  });
});

describe('numbers', () => {
  it('follow the locale of the reader', () => {
    expect([formatCount(123514, 'en-US'), formatCount(123514, 'de-DE')]).toEqual(['123,514', '123.514']);
  });

  it('are shares with one decimal at most', () => {
    expect([formatShare(36 / 42, 'en-US'), formatShare(1, 'en-US')]).toEqual(['85.7%', '100%']);
  });

  it('are dashes where there is no value', () => {
    expect([formatCount(null), formatShare(null), formatDecimal(null)]).toEqual(['–', '–', '–']);
  });

  it('take the singular for one only', () => {
    expect([countOf(0, 'day', 'days'), countOf(1, 'day', 'days'), countOf(2, 'day', 'days')]).toEqual([
      '0 days',
      '1 day',
      '2 days',
    ]);
  });
});

describe('days', () => {
  it('stay the same day in every zone', () => {
    expect(formatDay('2023-06-30', 'en-US')).toBe('Jun 30, 2023');
  });

  it('are counted across the change to summer time', () => {
    expect(daysBetween('2023-03-25', '2023-03-27')).toBe(2);
  });

  it('pass over a leap day', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  });

  it('of a period leave out its end', () => {
    expect(daysOf('2022-12-30', '2023-01-02')).toEqual(['2022-12-30', '2022-12-31', '2023-01-01']);
  });

  it('of a period that ends before it starts are none', () => {
    expect(daysOf('2023-01-02', '2022-12-30')).toEqual([]);
  });

  it('are told as a distance', () => {
    expect([
      formatDistance('2023-07-23', '2023-06-30', 'en'),
      formatDistance('2023-06-25', '2023-06-30', 'en'),
    ]).toEqual(['in 23 days', '5 days ago']);
  });
});

describe('moments', () => {
  it('name the zone they are told in', () => {
    expect(formatInstant('2023-06-30T23:59:01Z', 'utc', 'en-US')).toBe('Jun 30, 2023, 23:59:01 UTC');
  });

  it('count as late by whole days only', () => {
    expect(daysLate('2023-06-01T12:00:00Z', '2023-06-13T11:00:00Z')).toBe(11);
  });
});
