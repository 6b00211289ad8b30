import { describe, expect, it } from 'vitest';
import { knowingOwnWrites, noteWritten } from './read-your-writes';

const TOTALS = 'http://here/api/v1/totals?asOf=2026-06-30';

describe('a read after a write', () => {
  it('asks for nothing before anything was written', () => {
    expect(knowingOwnWrites(TOTALS, 0)).toBe(TOTALS);
  });

  it('waits for the position of the last write, and forgets it after a minute', () => {
    noteWritten(70, 1_000);
    noteWritten(60, 2_000);
    expect(knowingOwnWrites(TOTALS, 3_000)).toBe(`${TOTALS}&minPosition=70`);
    expect(knowingOwnWrites(TOTALS, 61_001)).toBe(TOTALS);
  });

  it('leaves alone the reads that do not know it', () => {
    noteWritten(80, 1_000);
    const events = 'http://here/api/v1/events?after=3';
    expect(knowingOwnWrites(events, 2_000)).toBe(events);
  });
});
