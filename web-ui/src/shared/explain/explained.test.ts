import { describe, expect, it } from 'vitest';
import { nameOf, parseExplainSearch, readExplained, writeExplained } from './explained';

const TRAINED = { value: 21, explain: '/api/v1/explain?figure=seats.trained&customer=acme&asOf=2026-06-30&knownAt=9' };

describe('a figure in the address', () => {
  it('comes back as it was written', () => {
    expect(readExplained(writeExplained(TRAINED))).toEqual({
      shown: 21,
      question: 'figure=seats.trained&customer=acme&asOf=2026-06-30&knownAt=9',
    });
  });

  it('knows its name', () => {
    expect(nameOf({ shown: 21, question: 'figure=seats.trained&customer=acme' })).toBe('seats.trained');
  });

  it('may be less than nothing', () => {
    expect(readExplained('-3;figure=revenue.lost')?.shown).toBe(-3);
  });

  it.each(['', '21', 'figure=seats.trained', 'x;figure=a', '1;other=b', 7])('is dropped when it reads "%s"', (text) => {
    expect(readExplained(text)).toBeUndefined();
  });

  it('opens nothing with only what a rate is a share of', () => {
    expect(parseExplainSearch({ among: writeExplained(TRAINED) })).toEqual({});
  });
});
