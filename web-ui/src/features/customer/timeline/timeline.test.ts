import { describe, expect, it } from 'vitest';
import type { Timeline } from '../../../shared/api/types';
import { binsOf, brushed, brushKey, gripAt } from './brush';
import { densityPath } from './density-path';
import { describeItem } from './describe-item';
import {
  itemsMatching,
  itemsOf,
  itemsWithin,
  lateIsTheRule,
  matcherOf,
  type Outcome,
  type TimelineItem,
} from './timeline-items';
import { itemAfterKey, itemAt, layoutLanes, pathsByOutcome } from './timeline-layout';

const DAY = 86_400_000;

describe('the items of a timeline', () => {
  it('are in the order of their beginnings, whatever lane they are in', () => {
    expect(items().map(({ title }) => title)).toEqual([
      'License Gold',
      'Ticket search',
      'Ticket rated: T-1',
      'User U-1',
    ]);
  });

  it('say how they ended by the word of their state', () => {
    expect(items().map(({ outcome }) => outcome)).toEqual(['badly', 'well', 'point', 'open']);
  });

  it('are read out with span, state, reopenings and lateness', () => {
    expect(describeItem(items()[1]!, true, 'en')).toBe(
      'Ticket search, Jan 5, 2026 to Jan 9, 2026, closed · reopened once, recorded 3 days later',
    );
    expect(describeItem(items()[3]!, true, 'en')).toBe('User U-1, since Feb 1, 2026, due Mar 1, 2026, active');
  });

  it('are in a window when they reach into it; open ones reach to the end', () => {
    const february = [Date.parse('2026-02-10'), Date.parse('2026-02-20')] as const;
    expect(itemsWithin(items(), ...february).map(({ title }) => title)).toEqual(['License Gold', 'User U-1']);
  });

  it('are tagged as late one by one only where lateness is not the rule', () => {
    expect(lateIsTheRule(items())).toBe(false);
    expect(lateIsTheRule(items().slice(1, 2))).toBe(true);
    expect(lateIsTheRule([])).toBe(false);
  });
});

describe('the search', () => {
  it('wants every word and none with a minus', () => {
    const matches = matcherOf('ticket -rated');
    expect([matches('support ticket T-1'), matches('ticket.rated T-1'), matches('user')]).toEqual([true, false, false]);
  });

  it('takes a pattern between slashes, and half a pattern as text', () => {
    expect(matcherOf('/^sup.*closed$/')('support closed')).toBe(true);
    expect(matcherOf('-/closed/')('support closed')).toBe(false);
    expect(matcherOf('/(/')('a /(/ b')).toBe(true);
  });

  it('narrows by lane and kind together', () => {
    expect(itemsMatching(items(), { lane: 'support', what: 'ticket' }).map(({ title }) => title)).toEqual([
      'Ticket search',
    ]);
  });
});

describe('the layout', () => {
  const lanes = timeline().lanes;

  it('gives bars that overlap rows of their own, and those after each other the same', () => {
    const [lane] = layoutLanes([{ lane: 'support', density: null }], bars([0, 10], [5, 15], [20, 30]), space());
    expect(lane?.bars.map(({ y }) => y)).toEqual([0, 16, 0]);
  });

  it('thins rows out where a lane would become too high, unless it stands alone', () => {
    const many = bars(...Array.from({ length: 60 }, (): [number, number] => [0, 50]));
    const [among] = layoutLanes([{ lane: 'support', density: null }], many, space());
    const [alone] = layoutLanes([{ lane: 'support', density: null }], many, { ...space(), alone: true });
    expect(among?.height).toBeLessThanOrEqual(104);
    expect(alone?.height).toBe(60 * 16);
  });

  it('draws points that lie together as one', () => {
    const points = itemsAs('point', [
      [1, 1],
      [1, 1],
      [50, 50],
    ]);
    const [lane] = layoutLanes([{ lane: 'support', density: null }], points, space());
    expect(lane?.points.map((one) => one.items.length)).toEqual([2, 1]);
  });

  it('draws open bars to the present and no further', () => {
    const open = itemsAs('open', [[10, 0]]).map((item) => Object.assign(item, { end: null }));
    const [lane] = layoutLanes([{ lane: 'support', density: null }], open, { ...space(), now: 80 });
    expect(lane?.bars.map(({ x, width }) => [x, width])).toEqual([[10, 70]]);
  });

  it('makes one path of all bars of an outcome', () => {
    const [lane] = layoutLanes([{ lane: 'support', density: null }], bars([0, 10], [20, 30]), space());
    const paths = pathsByOutcome(lane?.bars ?? []);
    expect(Object.keys(paths)).toEqual(['ended']);
    expect(paths.ended?.split('M')).toHaveLength(3);
  });

  it('finds again what it drew', () => {
    const placed = layoutLanes(lanes, items(), { ...space(), x: (time) => (time - Date.parse('2026-01-01')) / DAY });
    const bar = placed[2]?.bars[0];
    expect(itemAt(placed, (bar?.x ?? 0) + 1, (bar?.y ?? 0) + 1)?.title).toBe('Ticket search');
    expect(itemAt(placed, 99, 9999)).toBeUndefined();
  });

  it('of 50,000 bars takes no more than a moment', () => {
    const many = bars(
      ...Array.from({ length: 50_000 }, (_, index): [number, number] => [index / 500, index / 500 + 1]),
    );
    const started = performance.now();
    layoutLanes([{ lane: 'support', density: null }], many, space());
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('the keys of the chart', () => {
  const order = ['commercial', 'people', 'support'] as const;
  const [license, ticket, rated, user] = items();

  it('walk through a lane in time and stop at its ends', () => {
    expect(itemAfterKey('ArrowRight', items(), ticket, order)?.key).toBe(rated?.key);
    expect(itemAfterKey('ArrowRight', items(), rated, order)?.key).toBe(rated?.key);
    expect(itemAfterKey('Home', items(), rated, order)?.key).toBe(ticket?.key);
  });

  it('change the lane to what is nearest in time', () => {
    expect(itemAfterKey('ArrowUp', items(), ticket, order)?.key).toBe(user?.key);
    expect(itemAfterKey('ArrowUp', items(), user, order)?.key).toBe(license?.key);
    expect(itemAfterKey('ArrowUp', items(), license, order)?.key).toBe(license?.key);
  });

  it('begin at the beginning, and leave other keys to the page', () => {
    expect(itemAfterKey('ArrowDown', items(), undefined, order)?.key).toBe(license?.key);
    expect(itemAfterKey('Tab', items(), license, order)).toBeUndefined();
  });
});

describe('the brush', () => {
  const whole = { from: 0, to: 100 * DAY };

  it('takes hold of an edge, of the window, or draws a new one', () => {
    const shown = { from: 20 * DAY, to: 60 * DAY };
    const grips = [20.5, 59.5, 40, 80].map((day) => gripAt(day * DAY, shown, whole, DAY));
    expect(grips).toEqual(['from', 'to', 'whole', 'new']);
    expect(gripAt(50 * DAY, whole, whole, DAY)).toBe('new');
  });

  it('never leaves the whole nor becomes too narrow', () => {
    const window = { from: 10 * DAY, to: 20 * DAY };
    expect(brushed('whole', 10 * DAY, 500 * DAY, window, whole)).toEqual({ from: 90 * DAY, to: 100 * DAY });
    expect(brushed('from', 0, 50 * DAY, window, whole)).toEqual({ from: 17 * DAY, to: 20 * DAY });
    expect(brushed('new', 40 * DAY, 30 * DAY, window, whole)).toEqual({ from: 30 * DAY, to: 40 * DAY });
  });

  it('moves an edge by keyboard, a week at a time', () => {
    expect(brushKey('ArrowRight', 'from', whole, whole)).toEqual({ from: 7 * DAY, to: 100 * DAY });
    expect(brushKey('Enter', 'from', whole, whole)).toBeUndefined();
  });

  it('counts what begins in equal steps, the last moment among them', () => {
    expect(binsOf([0, DAY, 99 * DAY, 100 * DAY], whole, 2)).toEqual([2, 1]);
  });
});

describe('use', () => {
  it('is added up where its columns are narrower than a pixel', () => {
    const density = { per: 'day' as const, bins: [bin('2026-01-01', 1), bin('2026-01-02', 3)] };
    const box = { left: 0, right: 10, top: 0, height: 24 };
    expect(densityPath(density, tenDaysAPixel, box)).toBe('M0 24.0v-20.0h1v20.0z');
    expect(densityPath(null, tenDaysAPixel, box)).toBe('');
  });
});

const space = () => ({ x: (time: number) => time, left: 0, right: 100, now: 100, alone: false, gap: 10 });

const bin = (from: string, actions: number) => ({ from, actions, logOns: 0, events: 1, late: 0 });
const tenDaysAPixel = (time: number) => (time - Date.parse('2026-01-01')) / (10 * DAY);

const bars = (...spans: [number, number][]) => itemsAs('ended', spans);

function itemsAs(outcome: Outcome, spans: readonly [number, number][]): TimelineItem[] {
  const [like] = items();
  return spans.map(([start, end], index) =>
    Object.assign({}, like, { key: `bar-${index}`, lane: 'support', start, end, outcome }),
  );
}

function items() {
  return itemsOf(timeline());
}

function timeline(): Timeline {
  const bar = { plannedEnd: null, reopened: 0, recordedDaysLate: 0 };
  return {
    customerId: 'P-1',
    asOf: '2026-03-01',
    position: 9,
    from: null,
    to: null,
    lanes: [
      {
        lane: 'commercial',
        density: null,
        points: [],
        bars: [
          {
            ...bar,
            thing: 'license',
            id: 'L-1',
            label: 'Gold',
            start: '2026-01-01T00:00:00Z',
            end: '2026-02-15T00:00:00Z',
            state: 'cancelled',
            positions: [1],
          },
        ],
      },
      {
        lane: 'people',
        density: null,
        points: [],
        bars: [
          {
            ...bar,
            thing: 'user',
            id: 'U-1',
            label: 'U-1',
            start: '2026-02-01T00:00:00Z',
            end: null,
            plannedEnd: '2026-03-01T00:00:00Z',
            state: 'active',
            positions: [4],
          },
        ],
      },
      {
        lane: 'support',
        density: null,
        points: [
          {
            thing: 'ticket',
            id: 'T-1',
            type: 'ticket.rated',
            occurredAt: '2026-01-09T00:00:00Z',
            position: 3,
            recordedDaysLate: 0,
          },
        ],
        bars: [
          {
            ...bar,
            thing: 'ticket',
            id: 'T-1',
            label: 'search',
            start: '2026-01-05T00:00:00Z',
            end: '2026-01-09T00:00:00Z',
            state: 'closed',
            reopened: 1,
            recordedDaysLate: 3,
            positions: [2],
          },
        ],
      },
    ],
  };
}
