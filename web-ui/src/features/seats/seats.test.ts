import { describe, expect, it } from 'vitest';
import { parseSeatsSearch } from './seats-search';

describe('the seats in the address', () => {
  it('leave out the gap that is shown anyway', () => {
    expect(parseSeatsSearch({ gap: 'training', utilisation: 'red' })).toEqual({ utilisation: 'red' });
  });

  it('keep another gap, and drop what is none', () => {
    expect(parseSeatsSearch({ gap: 'activity' })).toEqual({ gap: 'activity' });
    expect(parseSeatsSearch({ gap: 'luck', utilisation: 'blue', search: '  ' })).toEqual({});
  });
});
