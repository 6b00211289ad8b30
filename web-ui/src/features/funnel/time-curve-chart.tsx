import { useElementSize } from '@mantine/hooks';
import { scaleLinear } from '@visx/scale';
import { useId, useState } from 'react';
import type { StepTimes } from '../../shared/api/types';
import { DayCursor } from '../../shared/charts/day-cursor';
import { PANEL_MARGIN } from '../../shared/charts/day-panel';
import { HatchPattern, OpenSwatch } from '../../shared/charts/hatch';
import { formatCount, formatShare } from '../../shared/format/numbers';
import { type CurveDay, daysOfCurve } from './time-curve';
import classes from './time-curve-chart.module.css';

const HEIGHT = 260;

/**
 * The share that has got there day by day. The hatched part hangs from the top: those not there of whom nothing is known
 * from that day on, most of them as they are still on their way. Where it is thick, the line rests on few.
 */
export function TimeCurveChart({ step }: { step: StepTimes }) {
  const { ref, width } = useElementSize();
  const [cursor, setCursor] = useState<number | null>(null);
  const hatch = useId();
  const days = daysOfCurve(step.curve);
  const bottom = HEIGHT - PANEL_MARGIN.bottom;
  const x = scaleLinear({
    domain: [0, Math.max(1, days.length - 1)],
    range: [PANEL_MARGIN.left, Math.max(PANEL_MARGIN.left + 1, width - PANEL_MARGIN.right)],
  });
  const y = scaleLinear({ domain: [0, 1], range: [bottom, PANEL_MARGIN.top] });
  const unknown = (day: CurveDay) => y(1 - day.unwatched / step.among);
  const at = cursor === null ? undefined : days[Math.min(cursor, days.length - 1)];
  const describe = (index: number) => inWords(index, days, step.among);
  return (
    <>
      <p className={classes.legend}>
        <span>
          <span className={classes.lineSwatch} aria-hidden="true" /> got there
        </span>
        <span>
          <OpenSwatch /> not there and watched no longer: still open, gone, or out of time
        </span>
      </p>
      <div ref={ref} style={{ minHeight: HEIGHT }}>
        <DayCursor
          label={`Time to “${step.name}”`}
          count={days.length}
          width={width}
          cursor={cursor === null ? null : Math.min(cursor, days.length - 1)}
          onCursor={setCursor}
          describe={describe}
        >
          <svg width={width} height={HEIGHT} aria-hidden="true" className={classes.chart}>
            <defs>
              <HatchPattern id={hatch} />
            </defs>
            <path d={areaFromTop(days, x, unknown, y(1))} fill={`url(#${hatch})`} className={classes.unknown} />
            {[0, 0.25, 0.5, 0.75, 1].map((share) => (
              <g key={share}>
                <line
                  x1={PANEL_MARGIN.left}
                  x2={width - PANEL_MARGIN.right}
                  y1={y(share)}
                  y2={y(share)}
                  className={share === 0 ? classes.base : classes.rule}
                />
                <text x={PANEL_MARGIN.left - 6} y={y(share) + 3.5} textAnchor="end" className={classes.tick}>
                  {formatShare(share)}
                </text>
              </g>
            ))}
            <path d={stepLine(days, x, y)} className={classes.line} />
            {days.map(
              (day, index) =>
                day.unwatchedOn > 0 && (
                  <line
                    // oxlint-disable-next-line react/no-array-index-key -- the index is the day
                    key={index}
                    x1={x(index)}
                    x2={x(index)}
                    y1={y(day.share) - 4}
                    y2={y(day.share) + 4}
                    className={classes.mark}
                  />
                ),
            )}
            {cursor !== null && at !== undefined && (
              <>
                <line x1={x(cursor)} x2={x(cursor)} y1={PANEL_MARGIN.top} y2={bottom} className={classes.cursor} />
                <circle cx={x(cursor)} cy={y(at.share)} r="4" className={classes.point} />
              </>
            )}
            {x.ticks(Math.max(2, Math.min(8, Math.floor(width / 90)))).map(
              (day) =>
                Number.isInteger(day) && (
                  <text key={day} x={x(day)} y={bottom + 16} textAnchor="middle" className={classes.tick}>
                    {day === 0 ? 'day 0' : formatCount(day)}
                  </text>
                ),
            )}
          </svg>
        </DayCursor>
      </div>
      <p className={classes.read}>{days.length > 0 && describe(cursor ?? days.length - 1)}</p>
    </>
  );
}

type Scale = (value: number) => number;

/** The share holds from the end of a day to that of the next, so the line goes in steps. */
function stepLine(days: readonly CurveDay[], x: Scale, y: Scale): string {
  return days.map(({ share }, day) => (day === 0 ? `M${x(0)} ${y(share)}` : `H${x(day)}V${y(share)}`)).join('');
}

function areaFromTop(days: readonly CurveDay[], x: Scale, edge: (day: CurveDay) => number, top: number): string {
  const line = days.map((day, index) => `${index === 0 ? `V${edge(day)}` : `H${x(index)}V${edge(day)}`}`).join('');
  return `M${x(0)} ${top}${line}V${top}Z`;
}

export function inWords(index: number, days: readonly CurveDay[], among: number, locale?: string): string {
  const day = days[Math.min(index, days.length - 1)];
  if (day === undefined) {
    return '';
  }
  const open =
    day.unwatched === 0 ? '' : `; ${formatCount(day.unwatched, locale)} not there and watched no longer by then`;
  return (
    `By day ${formatCount(index, locale)}: ${formatShare(day.share, locale)} estimated, ` +
    `${formatCount(day.reached, locale)} of ${formatCount(among, locale)} got there${open}`
  );
}
