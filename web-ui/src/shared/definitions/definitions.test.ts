import { describe, expect, it } from 'vitest';
import { definitionOf, DEFINITIONS } from './definitions';

const all = DEFINITIONS.flatMap((group) => group.definitions);

describe('the definitions', () => {
  it('name every figure once', () => {
    const names = all.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('are sentences', () => {
    expect(all.filter(({ formula }) => !/^[A-Z0-9(Σ].*\.$/su.test(formula)).map(({ name }) => name)).toEqual([]);
  });

  it('give revenue in money and in customers', () => {
    expect(definitionOf('revenue.lost')?.title).toBe('Lost');
    expect(definitionOf('revenue.lost-customers')?.title).toBe('Lost: customers');
  });
});
