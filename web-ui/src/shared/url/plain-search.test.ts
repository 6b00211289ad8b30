import { describe, expect, it } from 'vitest';
import { parsePlainSearch, stringifyPlainSearch } from './plain-search';

describe('the query string', () => {
  it('keeps a customer number as text', () => {
    expect(parsePlainSearch('?search=007')).toEqual({ search: '007' });
  });

  it('reads back what it wrote, also blanks, ampersands and other alphabets', () => {
    const search = { search: 'Müller & Söhne', sort: '-seats' };
    expect(parsePlainSearch(stringifyPlainSearch(search))).toEqual(search);
  });

  it('leaves no trace of absent and empty values', () => {
    expect(stringifyPlainSearch({ search: '', plan: undefined })).toBe('');
  });
});
