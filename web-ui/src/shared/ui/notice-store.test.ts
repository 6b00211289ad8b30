// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asksForUndo, currentNotices, dismissNotice, notify, undoLast } from './notice-store';

afterEach(() => currentNotices().forEach(({ id }) => dismissNotice(id)));

describe('taking back', () => {
  it('takes back what was done last, once', () => {
    const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()];
    notify('One.', first);
    notify('Two.', second);
    notify('Three, for good.');
    expect(undoLast()).toBe(true);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
    expect(currentNotices().map(({ text }) => text)).toEqual(['One.', 'Three, for good.']);
  });

  it('leaves the key to others when there is nothing to take back', () => {
    notify('For good.');
    expect(undoLast()).toBe(false);
  });

  it('is asked for by Control or Command and Z, but not in a field', () => {
    const z = { key: 'z', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
    expect(asksForUndo(z, false)).toBe(true);
    expect(asksForUndo({ ...z, ctrlKey: false, metaKey: true }, false)).toBe(true);
    expect(asksForUndo(z, true)).toBe(false);
    expect(asksForUndo({ ...z, shiftKey: true }, false)).toBe(false);
    expect(asksForUndo({ ...z, ctrlKey: false }, false)).toBe(false);
  });
});
