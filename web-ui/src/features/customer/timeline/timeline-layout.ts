import type { Swimlane } from '../../../shared/api/types';
import type { Outcome, TimelineItem } from './timeline-items';
import type { Lane } from './timeline-search';

/** A lane with more rows than fit into this height is drawn with thinner ones. */
const MOST_LANE_HEIGHT = 104;
const ROW = 16;
const THINNEST_ROW = 3;
const POINTS_HEIGHT = 14;
const DENSITY_HEIGHT = 40;
/** Room between lanes whose names stand beside them. */
export const LEAST_GAP = 10;
/** Narrower than this a bar cannot be seen. */
const LEAST_WIDTH = 2;

export interface PlacedBar {
  item: TimelineItem;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Points that lie so close together that they are drawn as one. */
export interface PlacedPoints {
  items: TimelineItem[];
  x: number;
  y: number;
}

export interface PlacedLane {
  lane: Lane;
  top: number;
  height: number;
  bars: PlacedBar[];
  points: PlacedPoints[];
  /** Where use is drawn, if the lane has any. */
  density: { top: number; height: number } | null;
}

interface Space {
  /** Pixel of a moment. */
  x: (time: number) => number;
  left: number;
  right: number;
  /** Pixel at which open bars end. */
  now: number;
  /** A lane shown alone may be as high as its rows need. */
  alone: boolean;
  /** Room above each lane. */
  gap: number;
}

/** Where everything of the lanes goes. Bars are packed into as few rows as they need within the window. */
export function layoutLanes(
  lanes: readonly Pick<Swimlane, 'lane' | 'density'>[],
  items: readonly TimelineItem[],
  space: Space,
): PlacedLane[] {
  let top = space.gap - LEAST_GAP;
  return lanes.map(({ lane, density }) => {
    const placed = layoutLane(
      lane,
      items.filter((item) => item.lane === lane),
      top,
      density !== null,
      space,
    );
    top += placed.height + space.gap;
    return placed;
  });
}

function layoutLane(lane: Lane, items: readonly TimelineItem[], top: number, dense: boolean, space: Space): PlacedLane {
  const bars = items.filter(({ outcome }) => outcome !== 'point');
  const points = items.filter(({ outcome }) => outcome === 'point');
  const { rowOf, rows } = pack(bars, space);
  const row = space.alone ? ROW : Math.max(THINNEST_ROW, Math.min(ROW, MOST_LANE_HEIGHT / Math.max(1, rows)));
  const fitting = space.alone ? rows : Math.min(rows, Math.floor(MOST_LANE_HEIGHT / row));
  const gap = row >= 8 ? 2 : row >= 4 ? 1 : 0;
  const barsHeight = fitting * row;
  const pointsHeight = points.length > 0 ? POINTS_HEIGHT : 0;
  const densityHeight = dense ? DENSITY_HEIGHT : 0;
  return {
    lane,
    top,
    height: Math.max(ROW + 4, barsHeight + pointsHeight + densityHeight),
    bars: bars.map((item, index) => {
      const [x, end] = spanOf(item, space);
      return {
        item,
        x,
        y: top + ((rowOf[index] ?? 0) % Math.max(1, fitting)) * row,
        width: Math.max(LEAST_WIDTH, end - x),
        height: row - gap,
      };
    }),
    points: cluster(points, top + barsHeight + pointsHeight / 2, space),
    density: dense ? { top: top + barsHeight + pointsHeight, height: densityHeight } : null,
  };
}

function spanOf({ start, end }: TimelineItem, { x, left, right, now }: Space): [number, number] {
  return [Math.max(left, x(start)), Math.min(right, end === null ? now : x(end))];
}

/** Gives each bar, in the order of their beginnings, the first row that is free. */
function pack(bars: readonly TimelineItem[], space: Space): { rowOf: number[]; rows: number } {
  const ends: number[] = [];
  const rowOf = bars.map((bar) => {
    const [x, end] = spanOf(bar, space);
    const free = ends.findIndex((taken) => taken <= x);
    const row = free < 0 ? ends.length : free;
    ends[row] = Math.max(end, x + LEAST_WIDTH) + 1;
    return row;
  });
  return { rowOf, rows: ends.length };
}

const POINT_DISTANCE = 7;

function cluster(points: readonly TimelineItem[], y: number, { x }: Space): PlacedPoints[] {
  const placed: PlacedPoints[] = [];
  for (const item of points) {
    const at = x(item.start);
    const last = placed.at(-1);
    if (last !== undefined && at - last.x < POINT_DISTANCE) {
      last.items.push(item);
    } else {
      placed.push({ items: [item], x: at, y });
    }
  }
  return placed;
}

/** One path for all bars of an outcome: thousands of elements would make the page slow, one is as quick as any. */
export function pathsByOutcome(bars: readonly PlacedBar[]): Partial<Record<Outcome, string>> {
  const paths: Partial<Record<Outcome, string>> = {};
  for (const { item, x, y, width, height } of bars) {
    const box = `M${x.toFixed(1)} ${y.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}z`;
    paths[item.outcome] = (paths[item.outcome] ?? '') + box;
  }
  return paths;
}

/** What lies under a pixel: a bar, else the points next to it. */
export function itemAt(lanes: readonly PlacedLane[], x: number, y: number): TimelineItem | undefined {
  const lane = lanes.find(({ top, height }) => y >= top && y <= top + height);
  const bar = lane?.bars.find(
    (one) => x >= one.x - 1 && x <= one.x + one.width + 1 && y >= one.y && y <= one.y + one.height,
  );
  return bar?.item ?? lane?.points.find((one) => Math.hypot(one.x - x, one.y - y) < 8)?.items[0];
}

/** Where an item is drawn, as a box. */
export function boxOf(lanes: readonly PlacedLane[], key: string): Omit<PlacedBar, 'item'> | undefined {
  for (const { bars, points } of lanes) {
    const bar = bars.find(({ item }) => item.key === key);
    if (bar !== undefined) {
      return bar;
    }
    const point = points.find(({ items }) => items.some((item) => item.key === key));
    if (point !== undefined) {
      return { x: point.x - 5, y: point.y - 5, width: 10, height: 10 };
    }
  }
  return undefined;
}

/**
 * The item a key leads to: left and right in time within the lane, up and down to the lane beside it, Home and End to the
 * ends of the lane. Undefined when the key is none of ours.
 */
export function itemAfterKey(
  key: string,
  items: readonly TimelineItem[],
  current: TimelineItem | undefined,
  lanes: readonly Lane[],
): TimelineItem | undefined {
  if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) {
    return undefined;
  }
  if (current === undefined) {
    return items[0];
  }
  const own = items.filter(({ lane }) => lane === current.lane);
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const taken = lanes.filter((lane) => lane === current.lane || items.some((item) => item.lane === lane));
    const next = taken[taken.indexOf(current.lane) + (key === 'ArrowUp' ? -1 : 1)];
    return next === undefined
      ? current
      : items
          .filter(({ lane }) => lane === next)
          .reduce((best, item) =>
            Math.abs(item.start - current.start) < Math.abs(best.start - current.start) ? item : best,
          );
  }
  const at = own.findIndex((item) => item.key === current.key);
  const index = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: own.length - 1 }[key] ?? at;
  return own[Math.min(own.length - 1, Math.max(0, index))];
}
