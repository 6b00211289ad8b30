import { describe, expect, it } from 'vitest';
import { sumInWords } from './sum-in-words';

const WHOLE = { shown: 21, value: 21, sum: 21, things: 21, listed: 21 };

describe('the sum of what was counted', () => {
  it('adds up', () => {
    expect(sumInWords(WHOLE, 'en')).toBe('21 things counted, which add up to 21.');
  });

  it('is not claimed before everything is listed', () => {
    expect(sumInWords({ ...WHOLE, listed: 10, sum: 10 }, 'en')).toBe('The first 10 of 21 things count for 10 of 21.');
  });

  it('says so when it does not', () => {
    expect(sumInWords({ ...WHOLE, sum: 20 }, 'en')).toContain('20, not 21');
  });

  it('says so when the page showed another figure', () => {
    expect(sumInWords({ ...WHOLE, shown: 20 }, 'en')).toContain('The events say 21, the page showed 20');
  });

  it('of nothing is nothing', () => {
    expect(sumInWords({ shown: 0, value: 0, sum: 0, things: 0, listed: 0 }, 'en')).toContain('the figure is 0');
  });
});
