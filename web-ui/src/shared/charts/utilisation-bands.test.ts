import { describe, expect, it } from 'vitest';
import { bandsAt, monthsBetween } from './utilisation-bands';

describe('the bands of utilisation', () => {
  it('are not there in the first two months', () => {
    expect(bandsAt(1)).toBeNull();
  });

  it('expect more of an older contract', () => {
    expect([2, 5, 6, 8, 9, 30].map(bandsAt)).toEqual([
      { red: 0.1, green: 0.5 },
      { red: 0.1, green: 0.5 },
      { red: 0.5, green: 0.75 },
      { red: 0.5, green: 0.75 },
      { red: 0.75, green: 0.75 },
      { red: 0.75, green: 0.75 },
    ]);
  });

  it('count whole months', () => {
    expect([
      monthsBetween('2026-01-31', '2026-02-28'),
      monthsBetween('2025-12-15', '2026-02-15'),
      monthsBetween('2026-03-10', '2026-01-12'),
    ]).toEqual([0, 2, -2]);
  });
});
