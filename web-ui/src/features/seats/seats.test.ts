import { describe, expect, it } from 'vitest';
import { parseSeatsSearch } from './seats-search';

describe('the seats in the address', () => {
  it('keep the gap that was chosen, and drop what is none', () => {
    expect(parseSeatsSearch({ gap: 'activity' })).toEqual({ gap: 'activity' });
    expect(parseSeatsSearch({ gap: 'luck', utilisation: 'blue', search: '  ' })).toEqual({});
  });
});
