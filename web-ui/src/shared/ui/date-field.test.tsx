// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DateField } from './date-field';

describe('the date field', () => {
  const committed: string[] = [];
  let host: HTMLElement;

  beforeEach(() => {
    vi.useFakeTimers();
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    committed.length = 0;
    host = document.body.appendChild(document.createElement('div'));
    act(() =>
      createRoot(host).render(
        <DateField label="As of" value="2023-06-30" max="2026-11-22" onCommit={(day) => committed.push(day)} />,
      ),
    );
  });

  afterEach(() => {
    host.remove();
    vi.useRealTimers();
  });

  it('waits until the reader pauses', () => {
    type('2023-06-01');
    expect(committed).toEqual([]);
    act(() => vi.advanceTimersByTime(600));
    expect(committed).toEqual(['2023-06-01']);
  });

  it('does not take a year that is still being typed', () => {
    for (const day of ['0002-06-30', '0020-06-30', '0202-06-30']) {
      type(day);
      act(() => vi.advanceTimersByTime(600));
    }
    expect(committed).toEqual([]);
  });

  it('does not take a day after the last one allowed', () => {
    type('2027-01-01');
    act(() => vi.advanceTimersByTime(600));
    expect(committed).toEqual([]);
  });

  it('says when it was cleared', () => {
    type('');
    act(() => vi.advanceTimersByTime(600));
    expect(committed).toEqual(['']);
  });

  function type(day: string) {
    const input = host.querySelector('input');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    act(() => {
      set?.call(input, day);
      input?.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
});
