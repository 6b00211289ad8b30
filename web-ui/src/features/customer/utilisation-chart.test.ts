import { describe, expect, it } from 'vitest';
import { describeUtilisation, utilisationOf } from './utilisation-chart';

const point = (on: string, sold: number, active28: number | null) => ({
  on,
  sold,
  active28,
  assigned: null,
  loggedOn: null,
  trained: null,
  monthlyRevenue: [],
  gapToLogOn: null,
  gapToTraining: null,
  gapToActivity: null,
});

describe('utilisation', () => {
  it('is measured by the age that the contract had then', () => {
    const [early, late] = utilisationOf([point('2026-05-31', 10, 6), point('2026-08-31', 10, 6)], 7);
    expect(describeUtilisation(early!, 'en')).toBe('May 31, 2026: 60%, good');
    expect(describeUtilisation(late!, 'en')).toBe('Aug 31, 2026: 60%, to be watched');
  });

  it('is not judged in the first two months, and is none without seats', () => {
    const [none, young] = utilisationOf([point('2026-05-31', 0, 0), point('2026-06-30', 10, 0)], 1);
    expect(describeUtilisation(none!, 'en')).toBe('May 31, 2026: no seats');
    expect(describeUtilisation(young!, 'en')).toBe('Jun 30, 2026: 0%, too early to say');
  });
});
