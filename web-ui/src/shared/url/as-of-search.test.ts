import { describe, expect, it } from 'vitest';
import { parseAsOfSearch } from './as-of-search';

describe('the standpoint in the address', () => {
  it.each(['then', '2026-04-30', '4711', '2026-04-30T12:00:00Z'])('knows what was known at %s', (knownAt) => {
    expect(parseAsOfSearch({ knownAt })).toEqual({ knownAt });
  });

  it.each(['', 'yesterday', '0', '-5', '2026-02-30', '2026-13-01T00:00:00Z'])('drops "%s"', (knownAt) => {
    expect(parseAsOfSearch({ knownAt })).toEqual({});
  });

  it('keeps day and knowledge apart', () => {
    expect(parseAsOfSearch({ asOf: '2026-03-31', knownAt: '2026-04-30' })).toEqual({
      asOf: '2026-03-31',
      knownAt: '2026-04-30',
    });
  });
});
