import { describe, expect, it } from 'vitest';
import { DEFINITIONS } from '../../shared/definitions/definitions';
import { definitionsWith } from './definitions-with';

describe('the definitions with a text', () => {
  it('have all of its words, wherever', () => {
    const found = definitionsWith('training GAP', DEFINITIONS).flatMap((group) => group.definitions);
    expect(found.map(({ name }) => name)).toContain('seats.gap-training');
    expect(found.map(({ name }) => name)).not.toContain('seats.trained');
  });

  it('are all of them without a text', () => {
    expect(definitionsWith(undefined, DEFINITIONS)).toEqual(DEFINITIONS);
  });

  it('may be none', () => {
    expect(definitionsWith('unicorn', DEFINITIONS)).toEqual([]);
  });
});
