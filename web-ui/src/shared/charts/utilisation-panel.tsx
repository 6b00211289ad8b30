import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { formatMonth } from '../format/dates';
import { PANEL_MARGIN } from './day-panel';
import { firstPointsOfMonths } from './nested-areas';
import classes from './utilisation-panel.module.css';
import type { Bands } from './utilisation-bands';

export interface UtilisationPoint {
  on: string;
  /** Active people ÷ seats sold; null where nothing was sold. May exceed one, and is drawn as one. */
  share: number | null;
  bands: Bands | null;
}

interface Props {
  points: readonly UtilisationPoint[];
  width: number;
  height: number;
  cursor: number | null;
}

const LEAST_TICK_WIDTH = 64;

/** Utilisation from 0 to 100 %, over the bands that its contract had to be measured by. Draws only. */
export function UtilisationPanel({ points, width, height, cursor }: Props) {
  const right = PANEL_MARGIN.right;
  if (points.length === 0 || width < PANEL_MARGIN.left + right + 20) {
    return <svg width={width} height={height} aria-hidden="true" />;
  }
  const bottom = height - PANEL_MARGIN.bottom;
  const x = scaleLinear({ domain: [0, Math.max(1, points.length - 1)], range: [PANEL_MARGIN.left, width - right] });
  const y = scaleLinear({ domain: [0, 1], range: [bottom, PANEL_MARGIN.top] });
  const indices = points.map((_, index) => index);
  const shareAt = (index: number) => Math.min(1, points[index]?.share ?? 0);
  const half = (x(1) - x(0)) / 2;
  const months = firstPointsOfMonths(points.map(({ on }) => on));
  const every = Math.ceil(months.length / Math.max(1, Math.floor((width - PANEL_MARGIN.left) / LEAST_TICK_WIDTH)));

  return (
    <svg width={width} height={height} aria-hidden="true" className={classes.panel}>
      {points.map(({ on, bands }, index) => {
        const left = Math.max(PANEL_MARGIN.left, x(index) - half);
        const wide = Math.min(width - right, x(index) + half) - left;
        return bands === null ? null : (
          <g key={on}>
            <rect x={left} width={wide} y={y(bands.red)} height={bottom - y(bands.red)} className={classes.red} />
            <rect
              x={left}
              width={wide}
              y={y(bands.green)}
              height={y(bands.red) - y(bands.green)}
              className={classes.yellow}
            />
            <rect x={left} width={wide} y={y(1)} height={y(bands.green) - y(1)} className={classes.green} />
          </g>
        );
      })}
      <LinePath
        data={indices}
        defined={(index) => (points[index]?.share ?? null) !== null}
        x={(index) => x(index)}
        y={(index) => y(shareAt(index))}
        className={classes.line}
      />
      {cursor !== null && (
        <line x1={x(cursor)} x2={x(cursor)} y1={PANEL_MARGIN.top} y2={bottom} className={classes.cursor} />
      )}
      {cursor !== null && points[cursor]?.share !== null && (
        <circle cx={x(cursor)} cy={y(shareAt(cursor))} r="4" className={classes.point} />
      )}
      <AxisLeft
        scale={y}
        left={PANEL_MARGIN.left}
        tickValues={[0, 0.5, 1]}
        hideAxisLine
        hideTicks
        tickFormat={(value) => `${Number(value) * 100}%`}
        tickClassName={classes.tick}
        tickLabelProps={{ textAnchor: 'end', dx: -6, dy: 3.5, fill: 'currentColor', fontSize: 11 }}
      />
      <AxisBottom
        scale={x}
        top={bottom}
        tickValues={months.filter((_, index) => (months.length - 1 - index) % every === 0)}
        hideTicks
        axisLineClassName={classes.base}
        tickFormat={(index) => formatMonth(points[Number(index)]?.on ?? '')}
        tickClassName={classes.tick}
        tickLabelProps={{ textAnchor: 'middle', dy: 2, fill: 'currentColor', fontSize: 11 }}
      />
    </svg>
  );
}
