import { describe, expect, it } from 'vitest';
import { commandFor } from './case-for';
import { layoutOf } from './column-facts';
import { parsePortfolioSearch } from './portfolio-search';
import { toggled } from './selection';

describe('choosing customers', () => {
  it('chooses one, and lets go of it again', () => {
    const one = toggled(new Set(), 'acme');
    expect([...one]).toEqual(['acme']);
    expect([...toggled(one, 'acme')]).toEqual([]);
    expect([...one]).toEqual(['acme']);
  });

  it('has a column of its own before the others', () => {
    expect(layoutOf(['name'], '2rem').template).toMatch(/^2rem minmax/);
    expect(layoutOf(['name']).template).toMatch(/^minmax/);
  });
});

describe('a case for each', () => {
  it('goes to the owner of the customer unless somebody is named', () => {
    const acme = { customerId: 'acme', owner: 'nora' };
    expect(commandFor(acme, ' low-health ', ' Call them ', ' ').body).toMatchObject({
      customerId: 'acme',
      reason: 'low-health',
      title: 'Call them',
      owner: 'nora',
    });
    expect(commandFor(acme, 'low-health', 'Call them', 'ben').body.owner).toBe('ben');
    expect('owner' in commandFor({ customerId: 'acme', owner: null }, 'x', 'y', '').body).toBe(false);
  });
});

describe('those worth a look', () => {
  it('are opened from the address', () => {
    expect(parsePortfolioSearch({ look: 'open' })).toEqual({ look: 'open' });
    expect(parsePortfolioSearch({ look: 'cake' })).toEqual({});
  });
});
