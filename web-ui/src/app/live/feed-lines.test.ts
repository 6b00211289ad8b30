import { describe, expect, it } from 'vitest';
import { feedReader } from './feed-lines';

describe('the reader of the feed', () => {
  it('counts events and remembers the last position', () => {
    const read = feedReader(0);
    expect(read('retry: 3000\n\nid: 7\nevent: a\ndata: {}\n\nid: 8\nevent: b\ndata: {}\n\n')).toEqual({
      position: 8,
      events: 2,
    });
  });

  it('waits for the rest of a message that came in pieces', () => {
    const read = feedReader(7);
    expect(read('id: 8\nevent: a\nda')).toEqual({ position: 7, events: 0 });
    expect(read('ta: {}\n\n')).toEqual({ position: 8, events: 1 });
  });

  it('takes a position without data as a sign of life', () => {
    expect(feedReader(7)('id: 9\n\n')).toEqual({ position: 9, events: 0 });
  });
});
