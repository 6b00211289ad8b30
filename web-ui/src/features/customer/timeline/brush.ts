/** A part of time, `[from, to)`, in milliseconds since 1970. */
export interface Window {
  from: number;
  to: number;
}

/** What is taken hold of: an edge, the window as a whole, or nothing yet, so that a new window is drawn. */
export type Grip = 'from' | 'to' | 'whole' | 'new';

const DAY = 86_400_000;
/** The narrowest window. */
const LEAST = 3 * DAY;

/** What a pointer takes hold of. A window that is all of time cannot be moved, so a new one is drawn in it. */
export function gripAt(at: number, shown: Window, whole: Window, tolerance: number): Grip {
  if (Math.abs(at - shown.from) <= tolerance) {
    return 'from';
  }
  if (Math.abs(at - shown.to) <= tolerance) {
    return 'to';
  }
  const isAll = shown.from <= whole.from && shown.to >= whole.to;
  return !isAll && at > shown.from && at < shown.to ? 'whole' : 'new';
}

/** The window after a drag, within the whole and never too narrow. */
export function brushed(grip: Grip, start: number, at: number, window: Window, whole: Window): Window {
  switch (grip) {
    case 'from':
      return { from: clamp(at, whole.from, window.to - LEAST), to: window.to };
    case 'to':
      return { from: window.from, to: clamp(at, window.from + LEAST, whole.to) };
    case 'whole': {
      const by = clamp(at - start, whole.from - window.from, whole.to - window.to);
      return { from: window.from + by, to: window.to + by };
    }
    default: {
      const from = clamp(Math.min(start, at), whole.from, Math.max(whole.from, whole.to - LEAST));
      return { from, to: clamp(Math.max(start, at), from + LEAST, Math.max(whole.to, from + LEAST)) };
    }
  }
}

const STEPS: Record<string, number> = {
  ArrowLeft: -7,
  ArrowDown: -7,
  ArrowRight: 7,
  ArrowUp: 7,
  PageDown: -28,
  PageUp: 28,
};

/** The window after a key at one of its edges: arrows by a week, Page keys by four, Home and End to the ends. */
export function brushKey(key: string, edge: 'from' | 'to', window: Window, whole: Window): Window | undefined {
  if (key === 'Home' || key === 'End') {
    return brushed(edge, 0, key === 'Home' ? whole.from : whole.to, window, whole);
  }
  const step = STEPS[key];
  return step === undefined ? undefined : brushed(edge, 0, window[edge] + step * DAY, window, whole);
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most));

/** How much of what begins falls into each of so many equal steps. */
export function binsOf(times: readonly number[], whole: Window, count: number): number[] {
  const bins = Array.from({ length: count }, () => 0);
  for (const time of times) {
    const index = Math.floor((count * (time - whole.from)) / (whole.to - whole.from));
    if (index >= 0 && index < count) {
      bins[index] = (bins[index] ?? 0) + 1;
    }
  }
  return bins;
}
