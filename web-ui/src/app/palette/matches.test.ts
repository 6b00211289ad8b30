import { describe, expect, it } from 'vitest';
import { matches } from './matches';

describe('a text in the palette', () => {
  it('finds by the beginnings of words, in any order', () => {
    expect(matches('gap sea', 'Seats gap licenses')).toBe(true);
  });

  it('does not find by the middle of a word', () => {
    expect(matches('eats', 'Seats gap licenses')).toBe(false);
  });

  it('finds everything when it is empty', () => {
    expect(matches('  ', 'Seats')).toBe(true);
  });
});
