import { AxisBottom, AxisLeft } from '@visx/axis';
import { curveStepAfter } from '@visx/curve';
import { scaleLinear } from '@visx/scale';
import { Area, AreaClosed, LinePath } from '@visx/shape';
import { formatMonth } from '../format/dates';
import { formatCompact, formatCount } from '../format/numbers';
import { PANEL_MARGIN } from './day-panel';
import classes from './nested-areas.module.css';
import { greatestOf } from './common-scale';
import { spreadLabels } from './spread-labels';

/** One of several counts that lie within each other. */
export interface NestedSeries {
  name: string;
  values: readonly (number | null)[];
}

export interface NestedAreasProps {
  /** Last day of each point. */
  days: readonly string[];
  /** What all others should come up to, such as seats sold; drawn as a stepped line. */
  whole: NestedSeries;
  /** From the widest to the narrowest, at most four. */
  parts: readonly NestedSeries[];
  /** Index of the part up to which the room below the whole is shaded. */
  gapTo: number;
  width: number;
  height: number;
  cursor: number | null;
}

const LABEL_WIDTH = 96;
const LABEL_HEIGHT = 15;
/** Below this width names have no room beside the lines, and stand in the legend only. */
const WIDTH_FOR_LABELS = 560;
const LEAST_TICK_WIDTH = 64;

/** Room to the right of the last point. */
export function roomForLabels(width: number): number {
  return width < WIDTH_FOR_LABELS ? PANEL_MARGIN.right : LABEL_WIDTH;
}

const knownIn = (values: NestedSeries['values']) => (index: number) => (values[index] ?? null) !== null;

/** Indices of the points with which a month begins; the first point only when it is a month by itself. */
export function firstPointsOfMonths(days: readonly string[]): number[] {
  const monthOf = (index: number) => days[index]?.slice(0, 7);
  return days.map((_, index) => index).filter((index) => monthOf(index) !== monthOf(index === 0 ? 1 : index - 1));
}

/** The room between a part and the steps of the whole. Where the part reaches beyond, there is none. */
function gapShape(whole: NestedSeries['values'], part: NestedSeries['values']) {
  const corner = (at: number, step: number) => {
    const [top, bottom] = [whole[step] ?? 0, part[at] ?? null];
    return { at, whole: top, part: Math.min(bottom ?? top, top), known: bottom !== null };
  };
  return whole.flatMap((_, index) => [...(index === 0 ? [] : [corner(index, index - 1)]), corner(index, index)]);
}

/** Counts over time that lie within each other, under a line they should reach. Draws only; reading is the frame's. */
export function NestedAreas({ days, whole, parts, gapTo, width, height, cursor }: NestedAreasProps) {
  const right = roomForLabels(width);
  if (days.length === 0 || width < PANEL_MARGIN.left + right + 20) {
    return <svg width={width} height={height} aria-hidden="true" />;
  }
  const bottom = height - PANEL_MARGIN.bottom;
  const all = [whole, ...parts];
  const x = scaleLinear({
    domain: [0, Math.max(1, days.length - 1)],
    range: [PANEL_MARGIN.left, width - right],
  });
  const y = scaleLinear({
    domain: [0, Math.max(1, greatestOf(all.map(({ values }) => values)))],
    range: [bottom, PANEL_MARGIN.top],
    nice: true,
  });
  const indices = days.map((_, index) => index);
  const xAt = (index: number) => x(index);
  const yOf = (values: NestedSeries['values']) => (index: number) => y(values[index] ?? 0);
  const ends = all.filter(({ values }) => (values.at(-1) ?? null) !== null);
  const heights = spreadLabels(
    ends.map(({ values }) => y(values.at(-1) ?? 0)),
    LABEL_HEIGHT,
    bottom,
  );
  const fitting = Math.max(1, Math.floor((width - PANEL_MARGIN.left - right) / LEAST_TICK_WIDTH));
  const months = firstPointsOfMonths(days);
  const every = Math.ceil(months.length / fitting);

  return (
    <svg width={width} height={height} aria-hidden="true" className={classes.chart}>
      {y.ticks(4).map((tick) => (
        <line key={tick} x1={PANEL_MARGIN.left} x2={width - right} y1={y(tick)} y2={y(tick)} className={classes.rule} />
      ))}
      {parts.map(({ name, values }, index) => (
        <g key={name} className={classes.part} data-part={index}>
          <AreaClosed data={indices} defined={knownIn(values)} x={xAt} y={yOf(values)} yScale={y} />
          <LinePath data={indices} defined={knownIn(values)} x={xAt} y={yOf(values)} />
        </g>
      ))}
      <Area
        data={gapShape(whole.values, parts[gapTo]?.values ?? [])}
        defined={(point) => point.known}
        x={(point) => x(point.at)}
        y0={(point) => y(point.part)}
        y1={(point) => y(point.whole)}
        className={classes.gap}
      />
      <LinePath data={indices} x={xAt} y={yOf(whole.values)} curve={curveStepAfter} className={classes.whole} />
      {right === LABEL_WIDTH &&
        ends.map(({ name, values }, index) => (
          <text key={name} x={width - right + 8} y={(heights[index] ?? 0) + 4} className={classes.label}>
            {name} {formatCount(values.at(-1) ?? null)}
          </text>
        ))}
      {cursor !== null && (
        <g>
          <line x1={xAt(cursor)} x2={xAt(cursor)} y1={PANEL_MARGIN.top} y2={bottom} className={classes.cursor} />
          {all.map(({ name, values }) => (
            <circle key={name} cx={xAt(cursor)} cy={yOf(values)(cursor)} r="3.5" className={classes.point} />
          ))}
        </g>
      )}
      <AxisLeft
        scale={y}
        left={PANEL_MARGIN.left}
        numTicks={4}
        hideAxisLine
        hideTicks
        tickFormat={(value) => formatCompact(Number(value))}
        tickClassName={classes.tick}
        tickLabelProps={{ textAnchor: 'end', dx: -6, dy: 3.5, fill: 'currentColor', fontSize: 11 }}
      />
      <AxisBottom
        scale={x}
        top={bottom}
        tickValues={months.filter((_, index) => (months.length - 1 - index) % every === 0)}
        hideTicks
        axisLineClassName={classes.base}
        tickFormat={(index) => formatMonth(days[Number(index)] ?? '')}
        tickClassName={classes.tick}
        tickLabelProps={{ textAnchor: 'middle', dy: 2, fill: 'currentColor', fontSize: 11 }}
      />
    </svg>
  );
}
