import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { PANEL_MARGIN } from '../../../shared/charts/day-panel';
import { firstPointsOfMonths } from '../../../shared/charts/nested-areas';
import { formatMonth } from '../../../shared/format/dates';
import type { ModelSeen, RiskDay } from '../../../shared/risk/answers';
import { bandWord } from '../../../shared/risk/health-band';
import classes from './risk-panels.module.css';
import type { Span } from './risk-parts';

/** Room to the right of the last day, the same in all panels of the chart. */
export const RISK_RIGHT = 26;
const FLAG_LANE = 30;
const LEAST_TICK_WIDTH = 64;

/** Something on one day, drawn from top to bottom. */
export interface Vertical {
  at: number;
  kind: 'renewal' | 'notice' | 'left' | 'model';
  word: string;
}

interface Props {
  days: readonly RiskDay[];
  model: ModelSeen;
  /** The health as it was known on the days themselves; null where that was not asked or nothing was known. */
  seen: readonly (number | null)[] | undefined;
  flags: readonly Span[];
  verticals: readonly Vertical[];
  width: number;
  height: number;
  cursor: number | null;
  /** The two days that are compared. */
  picked: Span | undefined;
}

/** Places of the days of an axis where a label fits. */
export function monthTicksOf(days: readonly string[], width: number): number[] {
  const months = firstPointsOfMonths(days);
  const every = Math.ceil(months.length / Math.max(1, Math.floor(width / LEAST_TICK_WIDTH)));
  return months.filter((_, index) => (months.length - 1 - index) % every === 0);
}

/** The health from 0 to 100 over its bands, with flags, threshold, and what happened. Draws only. */
export function HealthPanel({ days, model, seen, flags, verticals, width, height, cursor, picked }: Props) {
  if (days.length === 0 || width < PANEL_MARGIN.left + RISK_RIGHT + 20) {
    return <svg width={width} height={height} aria-hidden="true" />;
  }
  const bottom = height - PANEL_MARGIN.bottom;
  const right = width - RISK_RIGHT;
  const x = scaleLinear({ domain: [0, Math.max(1, days.length - 1)], range: [PANEL_MARGIN.left, right] });
  const y = scaleLinear({ domain: [0, 100], range: [bottom, FLAG_LANE] });
  const indices = days.map((_, index) => index);
  const healthAt = (index: number) => days[index]?.health ?? null;
  const known = indices.filter((index) => (seen?.[index] ?? null) !== null);
  const cursorHealth = cursor === null ? null : healthAt(cursor);

  return (
    <svg width={width} height={height} aria-hidden="true" className={classes.panel}>
      {model.bands.map(({ band, from }, rank) => {
        const to = model.bands[rank + 1]?.from ?? 100;
        const place = rank === 0 ? 'worst' : rank === model.bands.length - 1 ? 'best' : 'between';
        return (
          <g key={band}>
            <rect
              x={PANEL_MARGIN.left}
              width={right - PANEL_MARGIN.left}
              y={y(to)}
              height={y(from) - y(to)}
              className={classes.band}
              data-place={place}
            />
            <text x={PANEL_MARGIN.left + 6} y={y(to) + 14} className={classes.word}>
              {bandWord(band)}
            </text>
          </g>
        );
      })}
      <Picked picked={picked} x={x} top={FLAG_LANE} bottom={bottom} />
      <line
        x1={PANEL_MARGIN.left}
        x2={right}
        y1={y(model.raiseAt)}
        y2={y(model.raiseAt)}
        className={classes.threshold}
      />
      {verticals.map(({ at, kind, word }) => (
        <g key={`${kind} ${at} ${word}`} data-kind={kind} className={classes.vertical}>
          <line x1={x(at)} x2={x(at)} y1={FLAG_LANE} y2={bottom} />
          {kind === 'model' && <path d={`M${x(at)} ${bottom - 6}l5 6l-5 6l-5 -6z`} />}
          <text
            x={x(at) + (at > days.length * 0.8 ? -4 : 4)}
            y={bottom - (kind === 'model' ? 12 : 26)}
            textAnchor={at > days.length * 0.8 ? 'end' : 'start'}
          >
            {word}
          </text>
        </g>
      ))}
      {flags.map((flag) => (
        <g key={flag.from} className={classes.flag}>
          <line x1={x(flag.from)} x2={x(flag.to)} y1={12} y2={12} data-open={flag.open} />
          <path d={`M${x(flag.from)} ${FLAG_LANE}V4h11l-3 4l3 4h-11`} />
        </g>
      ))}
      {known.length > 0 && (
        <LinePath data={known} x={(index) => x(index)} y={(index) => y(seen?.[index] ?? 0)} className={classes.seen} />
      )}
      <LinePath
        data={indices}
        defined={(index) => healthAt(index) !== null}
        x={(index) => x(index)}
        y={(index) => y(healthAt(index) ?? 0)}
        className={classes.health}
      />
      {cursor !== null && <line x1={x(cursor)} x2={x(cursor)} y1={FLAG_LANE} y2={bottom} className={classes.cursor} />}
      {cursor !== null && cursorHealth !== null && (
        <circle cx={x(cursor)} cy={y(cursorHealth)} r="4" className={classes.point} />
      )}
      <AxisLeft
        scale={y}
        left={PANEL_MARGIN.left}
        tickValues={[0, 20, 40, 60, 80, 100]}
        hideAxisLine
        hideTicks
        tickFormat={(value) => String(value)}
        tickClassName={classes.tick}
        tickLabelProps={{ textAnchor: 'end', dx: -6, dy: 3.5, fill: 'currentColor', fontSize: 11 }}
      />
      <AxisBottom
        scale={x}
        top={bottom}
        tickValues={monthTicksOf(
          days.map(({ day }) => day),
          right - PANEL_MARGIN.left,
        )}
        hideTicks
        axisLineClassName={classes.base}
        tickFormat={(index) => formatMonth(days[Number(index)]?.day ?? '')}
        tickClassName={classes.tick}
        tickLabelProps={{ textAnchor: 'middle', dy: 2, fill: 'currentColor', fontSize: 11 }}
      />
    </svg>
  );
}

interface PickedProps {
  picked: Span | undefined;
  x: (index: number) => number;
  top: number;
  bottom: number;
}

/** The days between the two that are compared. */
export function Picked({ picked, x, top, bottom }: PickedProps) {
  return picked === undefined ? null : (
    <g className={classes.picked}>
      <rect x={x(picked.from)} width={Math.max(1, x(picked.to) - x(picked.from))} y={top} height={bottom - top} />
      <line x1={x(picked.from)} x2={x(picked.from)} y1={top} y2={bottom} />
      <line x1={x(picked.to)} x2={x(picked.to)} y1={top} y2={bottom} />
    </g>
  );
}
