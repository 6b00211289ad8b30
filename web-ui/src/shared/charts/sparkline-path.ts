export interface SparklineShape {
  /** The line through all values, as an SVG path. */
  line: string;
  /** The same line closed down to the base. */
  area: string;
  /** Where the last value lies. */
  end: { x: number; y: number };
}

/** Keeps the stroke and the closing dot inside the box. */
const INSET = 2;

const round = (value: number) => Math.round(value * 100) / 100;

/**
 * The shape of a small line from zero to the greatest value. Zero is always the base, so that a fall to half looks like
 * half; values that are all zero lie on the base.
 */
export function sparklineShape(values: readonly number[], width: number, height: number): SparklineShape | null {
  if (values.length === 0) {
    return null;
  }
  const greatest = Math.max(...values, 0);
  const base = height - INSET;
  const step = values.length === 1 ? 0 : (width - 2 * INSET) / (values.length - 1);
  const points = values.map((value, index) => ({
    x: round(INSET + index * step),
    y: round(greatest === 0 ? base : base - (value / greatest) * (height - 2 * INSET)),
  }));
  const first = points[0] ?? { x: INSET, y: base };
  const end = points.at(-1) ?? first;
  const line = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return { line, area: `${line}L${end.x} ${base}L${first.x} ${base}Z`, end };
}
