import { AxisBottom, AxisLeft } from '@visx/axis';
import { curveStepAfter } from '@visx/curve';
import { scaleLinear, scaleUtc } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';
import { max } from 'd3-array';
import { formatMonth } from '../format/dates';
import { formatCompact } from '../format/numbers';
import classes from './day-panel.module.css';

export const PANEL_MARGIN = { top: 8, right: 12, bottom: 24, left: 44 } as const;

export interface DaySeries {
  /** One value a day, in the order of the days. */
  values: readonly number[];
  /** What the values are held against, such as seats; null where there is none. */
  limit?: readonly (number | null)[];
}

interface Props extends DaySeries {
  days: readonly string[];
  width: number;
  height: number;
  /** Index of the day that is read out, if any. */
  cursor: number | null;
}

const LEAST_LABEL_WIDTH = 60;

/** First days of months that fit on an axis so long, evenly chosen; the first day if no month starts within. */
export function monthTicks(days: readonly string[], width: number): string[] {
  const starts = days.filter((day) => day.endsWith('-01'));
  const fitting = Math.max(1, Math.floor(width / LEAST_LABEL_WIDTH));
  const step = Math.ceil(starts.length / fitting);
  return starts.length === 0 ? days.slice(0, 1) : starts.filter((_, index) => index % step === 0);
}

const timeOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** One series over days as an area from zero, with its limit as a stepped line. Draws only; reading is the frame's. */
export function DayPanel({ days, values, limit, width, height, cursor }: Props) {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined || width < PANEL_MARGIN.left + PANEL_MARGIN.right + 20) {
    return <svg width={width} height={height} aria-hidden="true" />;
  }
  const bottom = height - PANEL_MARGIN.bottom;
  const x = scaleUtc({
    domain: [timeOf(first), timeOf(last)],
    range: [PANEL_MARGIN.left, width - PANEL_MARGIN.right],
  });
  const greatest = Math.max(max(values) ?? 0, max(limit ?? [], (value) => value ?? 0) ?? 0, 1);
  const y = scaleLinear({ domain: [0, greatest], range: [bottom, PANEL_MARGIN.top], nice: true });
  const indices = days.map((_, index) => index);
  const xAt = (index: number) => x(timeOf(days[index] ?? first));
  const yAt = (index: number) => y(values[index] ?? 0);
  const cursorDay = cursor === null ? undefined : days[cursor];

  return (
    <svg width={width} height={height} aria-hidden="true" className={classes.panel}>
      {y.ticks(3).map((tick) => (
        <line
          key={tick}
          x1={PANEL_MARGIN.left}
          x2={width - PANEL_MARGIN.right}
          y1={y(tick)}
          y2={y(tick)}
          className={classes.rule}
        />
      ))}
      <AreaClosed data={indices} x={xAt} y={yAt} yScale={y} className={classes.area} />
      <LinePath data={indices} x={xAt} y={yAt} className={classes.line} />
      {limit !== undefined && (
        <LinePath
          data={indices}
          defined={(index) => limit[index] !== null}
          x={xAt}
          y={(index) => y(limit[index] ?? 0)}
          curve={curveStepAfter}
          className={classes.limit}
        />
      )}
      {cursor !== null && cursorDay !== undefined && (
        <g>
          <line x1={xAt(cursor)} x2={xAt(cursor)} y1={PANEL_MARGIN.top} y2={bottom} className={classes.cursor} />
          <circle cx={xAt(cursor)} cy={yAt(cursor)} r="4" className={classes.point} />
        </g>
      )}
      <AxisLeft
        scale={y}
        left={PANEL_MARGIN.left}
        numTicks={3}
        hideAxisLine
        hideTicks
        tickFormat={(value) => formatCompact(Number(value))}
        tickClassName={classes.tick}
        tickLabelProps={{ textAnchor: 'end', dx: -6, dy: 3.5, fill: 'currentColor', fontSize: 11 }}
      />
      <AxisBottom
        scale={x}
        top={bottom}
        tickValues={monthTicks(days, width - PANEL_MARGIN.left - PANEL_MARGIN.right).map(timeOf)}
        hideTicks
        axisLineClassName={classes.base}
        tickFormat={(value) => formatMonth(value instanceof Date ? value : new Date(Number(value)))}
        tickClassName={classes.tick}
        tickLabelProps={{ textAnchor: 'middle', dy: 2, fill: 'currentColor', fontSize: 11 }}
      />
    </svg>
  );
}
