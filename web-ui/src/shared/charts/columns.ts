import type { ExplainableFigure } from '../explain/explained';

/** How a part of a column is drawn; told apart by fill and hatch, not by colour alone. */
export type Tone = 'full' | 'soft' | 'outline' | 'gone';

export interface ColumnPart {
  name: string;
  /** What it is worth; below zero it is drawn downwards. */
  value: number;
  tone: Tone;
  /** What opens the events behind it, if anything does. */
  figure: ExplainableFigure | null;
}

export interface Column {
  key: string;
  label: string;
  parts: readonly ColumnPart[];
  /** Where the first part begins, for columns that float; else zero. */
  from?: number;
  /** Whether it may still change. */
  open?: boolean;
  /** What else is read out of it, such as how many it rests on. */
  note?: string;
  /** What all of it comes to, read out with it but not drawn. */
  total?: { name: string; figure: ExplainableFigure };
}

export interface PlacedPart {
  part: ColumnPart;
  low: number;
  high: number;
}

/** The parts of a column one upon the other: what is positive upwards, what is negative downwards. */
export function stacked({ parts, from = 0 }: Column): PlacedPart[] {
  let [up, down] = [from, from];
  return parts.map((part) => {
    const start = part.value >= 0 ? up : down;
    const end = start + part.value;
    if (part.value >= 0) {
      up = end;
    } else {
      down = end;
    }
    return { part, low: Math.min(start, end), high: Math.max(start, end) };
  });
}

/** The least and greatest value that is drawn; zero is always among them, and there is always some room. */
export function extentOf(columns: readonly Column[]): { least: number; most: number } {
  const placed = columns.flatMap(stacked);
  const least = placed.reduce((value, { low }) => Math.min(value, low), 0);
  const most = placed.reduce((value, { high }) => Math.max(value, high), 0);
  return { least, most: most === least ? least + 1 : most };
}

/** Every so many labels fit under columns of a width. */
export function labelStep(columns: readonly Column[], width: number): number {
  const longest = columns.reduce((most, { label }) => Math.max(most, label.length), 1);
  const room = width / Math.max(1, columns.length);
  return Math.max(1, Math.ceil((longest * 6.5 + 8) / Math.max(1, room)));
}
