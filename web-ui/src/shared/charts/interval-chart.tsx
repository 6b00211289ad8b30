import { useElementSize } from '@mantine/hooks';
import { scaleLinear } from '@visx/scale';
import { useState } from 'react';
import { formatShare } from '../format/numbers';
import { DayCursor } from './day-cursor';
import { PANEL_MARGIN } from './day-panel';
import classes from './interval-chart.module.css';

export interface IntervalPoint {
  /** Under the axis, where there is room. */
  label: string;
  rate: number;
  from: number;
  to: number;
  /** Over few cases; drawn hollow. */
  few: boolean;
  /** What the rate is held against, such as what was said before it came; drawn as a tick. */
  against?: number;
}

interface Props {
  label: string;
  /** What is walked through: "tenths". */
  steps: string;
  points: readonly IntervalPoint[];
  describe: (index: number) => string;
  /** A rate that all are held against, with its name; drawn as a dashed line. */
  line?: { rate: number; name: string } | undefined;
  height?: number;
  /** The rate that the axis reaches to at least, so that charts beside each other have one scale. */
  reach?: number;
}

const LEAST_LABEL_WIDTH = 76;

/** Rates with their intervals, side by side and joined; walked through by pointer and keyboard, and read out below. */
export function IntervalChart({ label, steps, points, describe, line, height = 240, reach = 0.01 }: Props) {
  const { ref, width } = useElementSize();
  const [cursor, setCursor] = useState<number | null>(null);
  const right = PANEL_MARGIN.right + 8;
  const bottom = height - PANEL_MARGIN.bottom;
  const most = Math.min(
    1,
    Math.max(reach, line?.rate ?? 0, ...points.map(({ to, against }) => Math.max(to, against ?? 0))),
  );
  const x = scaleLinear({
    domain: [0, Math.max(1, points.length - 1)],
    range: [PANEL_MARGIN.left + 14, Math.max(PANEL_MARGIN.left + 15, width - right)],
  });
  const y = scaleLinear({ domain: [0, most], range: [bottom, PANEL_MARGIN.top], nice: true });
  const every = Math.ceil(points.length / Math.max(1, Math.floor((width - PANEL_MARGIN.left) / LEAST_LABEL_WIDTH)));
  return (
    <>
      <div ref={ref} style={{ minHeight: height }}>
        <DayCursor
          label={label}
          steps={steps}
          count={points.length}
          width={width}
          right={right}
          cursor={cursor}
          onCursor={setCursor}
          describe={describe}
        >
          <svg width={width} height={height} aria-hidden="true" className={classes.chart}>
            {y.ticks(4).map((tick) => (
              <g key={tick}>
                <line
                  x1={PANEL_MARGIN.left}
                  x2={width - right + 8}
                  y1={y(tick)}
                  y2={y(tick)}
                  className={classes.rule}
                />
                <text x={PANEL_MARGIN.left - 6} y={y(tick) + 3.5} textAnchor="end" className={classes.tick}>
                  {formatShare(tick)}
                </text>
              </g>
            ))}
            {line !== undefined && (
              <g className={classes.against}>
                <line x1={PANEL_MARGIN.left} x2={width - right + 8} y1={y(line.rate)} y2={y(line.rate)} />
                <text x={PANEL_MARGIN.left + 4} y={y(line.rate) - 4}>
                  {line.name}
                </text>
              </g>
            )}
            <polyline
              points={points.map(({ rate }, index) => `${x(index)},${y(rate)}`).join(' ')}
              className={classes.join}
            />
            {points.map((point, index) => (
              <g key={point.label} className={classes.point} data-few={point.few} data-cursor={index === cursor}>
                <path
                  d={`M${x(index)} ${y(point.to)}V${y(point.from)}M${x(index) - 4} ${y(point.to)}h8M${x(index) - 4} ${y(point.from)}h8`}
                />
                {point.against !== undefined && (
                  <path d={`M${x(index) - 9} ${y(point.against)}h18`} className={classes.said} />
                )}
                <circle cx={x(index)} cy={y(point.rate)} r="4.5" />
                {index % every === 0 && (
                  <text x={x(index)} y={bottom + 16} textAnchor="middle" className={classes.tick}>
                    {point.label}
                  </text>
                )}
              </g>
            ))}
            <line x1={PANEL_MARGIN.left} x2={width - right + 8} y1={bottom} y2={bottom} className={classes.base} />
          </svg>
        </DayCursor>
      </div>
      <p className={classes.read}>{points.length > 0 && describe(cursor ?? points.length - 1)}</p>
    </>
  );
}
