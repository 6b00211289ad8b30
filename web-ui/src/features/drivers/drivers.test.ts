import { describe, expect, it } from 'vitest';
import { describeDecile, formatChance, leaning } from './describe-driver';
import { parseDriversSearch } from './drivers-search';

describe('a driver', () => {
  it('is not told apart from chance while its interval includes it', () => {
    expect([leaningOf(0.6, 0.8), leaningOf(0.2, 0.4), leaningOf(0.4, 0.7)]).toEqual([
      'more goes with loss',
      'less goes with loss',
      'not told apart from chance',
    ]);
  });

  it('tells its tenths with count and interval', () => {
    const tenth = { least: 2, most: 45, mean: 24, rows: 44, lost: 13, rate: 0.295, interval: { from: 0.18, to: 0.44 } };
    expect(describeDecile(tenth, 'days', 'en-US')).toBe(
      '2 to 45 days: 13 losses in 44 observations, 29.5% (18% to 44%)',
    );
  });

  it('does not write out chances below a thousandth', () => {
    expect([formatChance(1e-9, 'en-US'), formatChance(0.0123, 'en-US')]).toEqual(['< 0.001', '0.012']);
  });
});

it('the address of the drivers drops what it does not know', () => {
  expect(parseDriversSearch({ days: '61', part: 'reasons' })).toEqual({ part: 'reasons' });
});

function leaningOf(from: number, to: number) {
  return leaning({ auc: { value: (from + to) / 2, interval: { from, to }, pairs: 9, standardError: 0.1 } });
}
