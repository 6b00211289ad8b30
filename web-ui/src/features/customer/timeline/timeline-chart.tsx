import { AxisBottom } from '@visx/axis';
import { scaleUtc } from '@visx/scale';
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useState } from 'react';
import type { Swimlane } from '../../../shared/api/types';
import { HatchPattern } from '../../../shared/charts/hatch';
import { formatCount } from '../../../shared/format/numbers';
import { wordsOf } from '../../../shared/format/event-words';
import { densityPath } from './density-path';
import { describeItem } from './describe-item';
import { tickFormat } from './ticks';
import classes from './timeline-chart.module.css';
import { itemsWithin, type TimelineItem } from './timeline-items';
import {
  boxOf,
  LEAST_GAP,
  itemAfterKey,
  itemAt,
  layoutLanes,
  pathsByOutcome,
  type PlacedBar,
  type PlacedLane,
} from './timeline-layout';

interface Props {
  lanes: readonly Swimlane[];
  /** What the search leaves, of all times, in the order of beginnings. */
  items: readonly TimelineItem[];
  from: number;
  to: number;
  /** Until when open bars are known to go on. */
  now: number;
  width: number;
  /** Whether the lane is the only one, and may take the room it needs. */
  alone: boolean;
  /** Key of the item that is open. */
  chosen: string | undefined;
  tagLate: boolean;
  onChoose: (key: string) => void;
}

const LEAST_LABEL_WIDTH = 56;
const WIDTH_PER_CHARACTER = 6.2;
const LEAST_LABEL_HEIGHT = 12;
const AXIS_HEIGHT = 26;
const LEAST_TICK_WIDTH = 84;

/** Room for the names of the lanes; in narrow windows they stand above the lanes' first rows instead. */
export const namesWidth = (width: number) => (width < 640 ? NARROW_LEFT : 112);
const NARROW_LEFT = 8;

/** All lanes on one axis of time. Pointer and keyboard reach every bar and point. */
export function TimelineChart(props: Props) {
  const { lanes, items, from, to, now, width, alone, chosen, tagLate, onChoose } = props;
  const id = useId();
  const [hovered, setHovered] = useState<TimelineItem>();
  const left = namesWidth(width);
  const right = width - 8;
  const beside = left > NARROW_LEFT;
  const gap = beside ? LEAST_GAP : LEAST_GAP + 14;
  const scale = useMemo(() => scaleUtc({ domain: [from, to], range: [left, right] }), [from, to, left, right]);
  const shown = useMemo(() => itemsWithin(items, from, to), [items, from, to]);
  const placed = useMemo(
    () =>
      layoutLanes(lanes, shown, {
        x: (time) => scale(time),
        left,
        right,
        now: Math.min(right, scale(now)),
        alone,
        gap,
      }),
    [lanes, shown, scale, left, right, now, alone, gap],
  );
  const drawn = useMemo(
    () => placed.map((lane) => ({ lane, paths: pathsByOutcome(lane.bars), labels: labelled(lane.bars) })),
    [placed],
  );
  const ticks = scale.ticks(ticksOn(right - left));
  const height = Math.max(0, ...placed.map((lane) => lane.top + lane.height)) + 6;
  const current = shown.find(({ key }) => key === chosen);
  const read = hovered ?? current;

  const followPointer = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return itemAt(placed, event.clientX - box.left, event.clientY - box.top);
  };
  const followKey = (event: KeyboardEvent) => {
    const next = itemAfterKey(
      event.key,
      shown,
      current,
      placed.map(({ lane }) => lane),
    );
    if (next !== undefined) {
      event.preventDefault();
      onChoose(next.key);
    }
  };

  return (
    <>
      <div
        className={classes.chart}
        role="slider"
        tabIndex={0}
        aria-label="Timeline: left and right walk through a lane, up and down change the lane"
        aria-valuemin={0}
        aria-valuemax={shown.length}
        aria-valuenow={current === undefined ? 0 : shown.indexOf(current) + 1}
        aria-valuetext={
          current === undefined ? `${formatCount(shown.length)} bars and points` : describeItem(current, tagLate)
        }
        onKeyDown={followKey}
        onPointerMove={(event) => setHovered(followPointer(event))}
        onPointerLeave={() => setHovered(undefined)}
        onClick={() => hovered !== undefined && onChoose(hovered.key)}
      >
        <svg width={width} height={height + AXIS_HEIGHT} aria-hidden="true">
          <defs>
            <HatchPattern id={`${id}-hatch`} />
            <linearGradient
              id={`${id}-open`}
              gradientUnits="userSpaceOnUse"
              x1={Math.max(left, scale(now) - 90)}
              x2={scale(now)}
              y1="0"
              y2="0"
            >
              <stop offset="0" className={classes.openStart} />
              <stop offset="1" className={classes.openEnd} />
            </linearGradient>
            <clipPath id={`${id}-window`}>
              <rect x={left} y="0" width={Math.max(0, right - left)} height={height} />
            </clipPath>
          </defs>
          {ticks.map((tick) => (
            <line key={tick.getTime()} x1={scale(tick)} x2={scale(tick)} y1="0" y2={height} className={classes.rule} />
          ))}
          {drawn.map(({ lane, paths, labels }) => (
            <g key={lane.lane}>
              <line x1="0" x2={width} y1={lane.top - gap + 5} y2={lane.top - gap + 5} className={classes.rule} />
              <text x="0" y={lane.top + (beside ? 12 : -6)} className={classes.lane}>
                {wordsOf(lane.lane)}
              </text>
              {lane.bars.length === 0 && lane.points.length === 0 && lane.density === null && (
                <text x={left + 4} y={lane.top + 13} className={classes.nothing}>
                  nothing here
                </text>
              )}
              <g clipPath={`url(#${id}-window)`}>
                {lane.density !== null && (
                  <path
                    d={densityPath(
                      lanes.find((one) => one.lane === lane.lane)?.density ?? null,
                      (time) => scale(time),
                      { left, right, ...lane.density },
                    )}
                    className={classes.density}
                  />
                )}
                <path d={paths.open} className={classes.open} fill={`url(#${id}-open)`} />
                <path d={paths.ended} className={classes.ended} />
                <path d={paths.well} className={classes.well} />
                <path d={paths.badly} className={classes.badly} fill={`url(#${id}-hatch)`} />
                {tagLate && <path d={lateMarks(lane.bars)} className={classes.late} />}
                {labels.map(({ item, x, y, width: room, height: row }) => (
                  <text key={item.key} x={x + 5} y={y + row / 2 + 3.6} className={classes.label}>
                    {cut(item.title, room)}
                  </text>
                ))}
                {lane.points.map(({ x, y, items: some }) => (
                  <circle
                    key={some[0]?.key}
                    cx={x}
                    cy={y}
                    r={Math.min(6, 2.5 + Math.log2(some.length))}
                    className={classes.point}
                  />
                ))}
              </g>
            </g>
          ))}
          <Highlight lanes={placed} item={hovered} kind="hovered" />
          <Highlight lanes={placed} item={current} kind="chosen" />
          <AxisBottom
            scale={scale}
            top={height}
            tickValues={ticks.filter((tick) => scale(tick) < right - 16)}
            hideTicks
            axisLineClassName={classes.base}
            tickFormat={(value) => tickFormat(value instanceof Date ? value : new Date(Number(value)), to - from)}
            tickClassName={classes.tick}
            tickLabelProps={{ textAnchor: 'middle', dy: 2, fill: 'currentColor', fontSize: 11 }}
          />
        </svg>
      </div>
      <p className={classes.read}>
        {read === undefined
          ? `${formatCount(shown.length)} bars and points. Point at one, or walk through them with the arrow keys.`
          : describeItem(read, tagLate)}
      </p>
    </>
  );
}

const ticksOn = (room: number) => Math.max(2, Math.floor(room / LEAST_TICK_WIDTH));

interface HighlightProps {
  lanes: readonly PlacedLane[];
  item: TimelineItem | undefined;
  kind: 'hovered' | 'chosen';
}

function Highlight({ lanes, item, kind }: HighlightProps) {
  const box = item && boxOf(lanes, item.key);
  return box === undefined ? null : (
    <rect
      x={box.x - 1.5}
      y={box.y - 1.5}
      width={box.width + 3}
      height={box.height + 3}
      rx="3"
      className={classes.highlight}
      data-kind={kind}
    />
  );
}

const labelled = (bars: readonly PlacedBar[]) =>
  bars.filter(({ width, height }) => width >= LEAST_LABEL_WIDTH && height >= LEAST_LABEL_HEIGHT);

function cut(text: string, width: number): string {
  const fitting = Math.floor((width - 10) / WIDTH_PER_CHARACTER);
  return text.length <= fitting ? text : `${text.slice(0, Math.max(1, fitting - 1))}…`;
}

/** A small corner at the beginning of what was recorded late. */
function lateMarks(bars: readonly PlacedBar[]): string {
  return bars
    .filter(({ item }) => item.daysLate > 0)
    .map(
      ({ x, y, height }) =>
        `M${x.toFixed(1)} ${y.toFixed(1)}h${Math.min(7, height)}l${-Math.min(7, height)} ${height}z`,
    )
    .join('');
}
