import { describe, expect, it } from 'vitest';
import { greatestOf } from './common-scale';

describe('the scale of panels that are compared', () => {
  it('reaches to the greatest value of any', () => {
    expect(greatestOf([[1, null, 3], [], [2, 7]])).toBe(7);
  });

  it('of nothing is nothing', () => {
    expect(greatestOf([[null]])).toBe(0);
  });
});
