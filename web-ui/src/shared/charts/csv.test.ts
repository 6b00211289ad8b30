import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';

describe('CSV', () => {
  it('quotes what would break a row', () => {
    expect(toCsv(['name', 'n'], [['A, "B"', 3]])).toBe('name,n\r\n"A, ""B""",3\r\n');
  });

  it('leaves absent values empty', () => {
    expect(toCsv(['a', 'b'], [[null, 0]])).toBe('a,b\r\n,0\r\n');
  });

  it('does not let a name become a formula', () => {
    expect(toCsv(['a'], [['=1+1']])).toBe("a\r\n'=1+1\r\n");
  });

  it('keeps negative numbers numbers', () => {
    expect(toCsv(['a'], [[-1]])).toBe('a\r\n-1\r\n');
  });
});
