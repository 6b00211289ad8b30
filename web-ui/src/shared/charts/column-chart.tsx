import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useState } from 'react';
import { FigureButton } from '../explain/figure-button';
import { useOpenExplanation } from '../explain/use-open-explanation';
import { formatCount } from '../format/numbers';
import classes from './column-chart.module.css';
import { type Column, extentOf, labelStep, stacked } from './columns';
import { dayAfterKey } from './day-cursor';
import { niceSteps } from './nice-steps';

interface Props {
  /** What is walked through: "Days active in four weeks". */
  label: string;
  columns: readonly Column[];
  /** A value as it is read; without it as a count. */
  format?: (value: number) => string;
  /** A value beside the plot, where there is less room. */
  axis?: (value: number) => string;
  height?: number;
  /** What is read out of an open column. */
  openNote?: string;
}

/** Columns side by side on one scale. Each part opens its events; arrows walk the columns, whose figures stand below. */
export function ColumnChart({
  label,
  columns,
  format = formatCount,
  axis = format,
  height = 220,
  openNote = 'not over yet',
}: Props) {
  const { ref, width } = useElementSize();
  const open = useOpenExplanation();
  const [cursor, setCursor] = useState<number>();
  const { least, most } = extentOf(columns);
  const share = (value: number) => (100 * (most - value)) / (most - least);
  const step = labelStep(columns, width);
  const at = Math.min(cursor ?? columns.length - 1, columns.length - 1);
  const read = columns[at];

  const followKey = (event: KeyboardEvent) => {
    const next = dayAfterKey(event.key, at, columns.length);
    if (next !== null) {
      event.preventDefault();
      setCursor(next);
    }
  };
  return (
    <div className={classes.chart}>
      <div
        className={classes.field}
        role="slider"
        tabIndex={0}
        aria-label={`${label}: walk through the columns`}
        aria-valuemin={1}
        aria-valuemax={columns.length}
        aria-valuenow={at + 1}
        aria-valuetext={read === undefined ? '' : inWords(read, format, openNote)}
        onKeyDown={followKey}
        onFocus={() => setCursor(at)}
      >
        <div className={classes.plot} style={{ height }} aria-hidden="true">
          {niceSteps(least, most).map((value) => (
            <span key={value} className={classes.rule} style={{ top: `${share(value)}%` }} data-zero={value === 0}>
              <span>{axis(value)}</span>
            </span>
          ))}
          <div ref={ref} className={classes.columns}>
            {columns.map((column, index) => (
              // Each part is reached by keyboard through the column and the figures below.
              <div
                key={column.key}
                className={classes.column}
                data-read={index === at}
                onPointerEnter={() => setCursor(index)}
              >
                {drawn(column).map(({ part, low, high }) => (
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
                  <span
                    key={part.name}
                    className={classes.part}
                    data-tone={part.tone}
                    data-open={column.open}
                    data-explained={part.figure !== null}
                    style={{ top: `${share(high)}%`, bottom: `${100 - share(low)}%` }}
                    onClick={() => part.figure !== null && open(part.figure)}
                  />
                ))}
              </div>
            ))}
          </div>
        </div>
        <div className={classes.labels} aria-hidden="true">
          {columns.map((column, index) => (
            <span key={column.key}>{index % step === 0 && <span>{column.label}</span>}</span>
          ))}
        </div>
      </div>
      {read !== undefined && (
        <p className={classes.read}>
          <strong>{read.label}</strong>
          {read.total !== undefined && (
            <span>
              {read.total.name}{' '}
              <FigureButton figure={read.total.figure} label={`${read.total.name}, ${read.label}`}>
                {format(read.total.figure.value)}
              </FigureButton>
            </span>
          )}
          {read.parts.map((part) => (
            <span key={part.name} className={classes.said}>
              <i data-tone={part.tone} aria-hidden="true" /> {part.name}{' '}
              {part.figure === null ? (
                format(Math.abs(part.value))
              ) : (
                <FigureButton figure={part.figure} label={`${part.name}, ${read.label}`}>
                  {format(Math.abs(part.value))}
                </FigureButton>
              )}
            </span>
          ))}
          {read.note !== undefined && <span className="quiet">{read.note}</span>}
          {read.open === true && <span className="quiet">{openNote}</span>}
        </p>
      )}
    </div>
  );
}

/** What is nothing is read, not drawn: its border alone would look like a little. */
const drawn = (column: Column) => stacked(column).filter(({ low, high }) => low !== high);

/** A column in one line, as it is read out. */
export function inWords(column: Column, format: (value: number) => string, openNote: string): string {
  const total = column.total === undefined ? [] : [`${column.total.name} ${format(column.total.figure.value)}`];
  const parts = [...total, ...column.parts.map(({ name, value }) => `${name} ${format(Math.abs(value))}`)];
  const notes = [...(column.note === undefined ? [] : [column.note]), ...(column.open === true ? [openNote] : [])];
  return `${column.label}: ${[...parts, ...notes].join(', ')}`;
}
