import { countOf, formatCount } from '../format/numbers';
import classes from './sparkline.module.css';
import { sparklineShape } from './sparkline-path';

const WIDTH = 120;
const HEIGHT = 28;

/** What the line shows, in one sentence for those who do not see it. */
export function describeSparkline(values: readonly number[], locale?: string): string {
  const last = values.at(-1);
  if (last === undefined || values.every((value) => value === 0)) {
    return `No actions in ${countOf(values.length, 'week', 'weeks')}`;
  }
  const greatest = Math.max(...values);
  return (
    `Actions per week over ${countOf(values.length, 'week', 'weeks', locale)}: ` +
    `first ${formatCount(values[0] ?? 0, locale)}, last ${formatCount(last, locale)}, ` +
    `most ${formatCount(greatest, locale)}`
  );
}

/** A line the size of a word, with a dot on the last value. Each line is scaled to its own greatest value. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const shape = sparklineShape(values, WIDTH, HEIGHT);
  if (shape === null) {
    return null;
  }
  return (
    <svg
      role="img"
      aria-label={describeSparkline(values)}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      className={classes.sparkline}
    >
      <path d={shape.area} className={classes.area} />
      <path d={shape.line} className={classes.line} />
      <circle cx={shape.end.x} cy={shape.end.y} r="2" className={classes.end} />
    </svg>
  );
}
