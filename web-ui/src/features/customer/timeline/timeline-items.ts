import type { Timeline, TimelineBar, TimelinePoint } from '../../../shared/api/types';
import { wordsOf } from '../../../shared/format/event-words';
import { words } from '../../../shared/format/field-words';
import type { Lane } from './timeline-search';

/** How something ended, as far as it is drawn: it goes on, ended well, ended badly, or just ended. */
export type Outcome = 'open' | 'well' | 'badly' | 'ended' | 'point';

/** A bar or a point of the timeline, ready to be drawn, listed and searched. */
export interface TimelineItem {
  key: string;
  lane: Lane;
  /** The kind of thing of a bar, or the type of the event of a point. */
  what: string;
  title: string;
  /** In milliseconds since 1970; a point has its moment twice, what is open has no end. */
  start: number;
  end: number | null;
  plannedEnd: number | null;
  state: string | null;
  outcome: Outcome;
  reopened: number;
  daysLate: number;
  positions: readonly number[];
}

const WELL = new Set(['completed', 'renewed', 'done', 'resolved', 'closed', 'cleared', 'saved', 'recovered']);
const BADLY = new Set(['churned', 'cancelled', 'expired', 'deactivated', 'lost', 'skipped', 'erased', 'ended']);

function outcomeOf({ end, state }: TimelineBar): Outcome {
  if (end === null) {
    return 'open';
  }
  return state !== null && WELL.has(state) ? 'well' : state !== null && BADLY.has(state) ? 'badly' : 'ended';
}

const timeOf = (instant: string | null) => (instant === null ? null : Date.parse(instant));

function barItem(lane: Lane, bar: TimelineBar): TimelineItem {
  return {
    key: `${bar.thing}/${bar.id}@${bar.positions[0] ?? 0}`,
    lane,
    what: bar.thing,
    title: bar.thing === 'customer' ? bar.label : `${wordsOf(bar.thing)} ${bar.label}`,
    start: Date.parse(bar.start),
    end: timeOf(bar.end),
    plannedEnd: timeOf(bar.plannedEnd),
    state: bar.state,
    outcome: outcomeOf(bar),
    reopened: bar.reopened,
    daysLate: bar.recordedDaysLate,
    positions: bar.positions,
  };
}

function pointItem(lane: Lane, point: TimelinePoint): TimelineItem {
  const time = Date.parse(point.occurredAt);
  return {
    key: `#${point.position}`,
    lane,
    what: point.type,
    title: `${wordsOf(point.type)}: ${point.id}`,
    start: time,
    end: time,
    plannedEnd: null,
    state: null,
    outcome: 'point',
    reopened: 0,
    daysLate: point.recordedDaysLate,
    positions: [point.position],
  };
}

/** All bars and points, in the order in which they begin. */
export function itemsOf(timeline: Timeline): TimelineItem[] {
  return timeline.lanes
    .flatMap(({ lane, bars, points }) => [
      ...bars.map((bar) => barItem(lane, bar)),
      ...points.map((point) => pointItem(lane, point)),
    ])
    .toSorted((a, b) => a.start - b.start || a.key.localeCompare(b.key));
}

/** What an item is called in a list to choose from. */
export const whatInWords = (what: string) => (what.includes('.') ? wordsOf(what) : `${wordsOf(what)} (bars)`);

/** A test of texts: every word must be in, none with a minus in front; between slashes a regular expression. */
export function matcherOf(search: string): (text: string) => boolean {
  const pattern = /^(-?)\/(.+)\/$/.exec(search.trim());
  if (pattern?.[2] !== undefined) {
    try {
      const expression = new RegExp(pattern[2], 'i');
      return (text) => expression.test(text) !== (pattern[1] === '-');
    } catch {
      // Half a pattern is still text.
    }
  }
  const parts = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '-');
  return (text) => {
    const lower = text.toLowerCase();
    return parts.every((word) => (word.startsWith('-') ? !lower.includes(word.slice(1)) : lower.includes(word)));
  };
}

const searchedText = ({ lane, what, title, state }: TimelineItem) => `${lane} ${what} ${title} ${state ?? ''}`;

/** The items a search leaves, whatever part of time is shown. */
export function itemsMatching(
  items: readonly TimelineItem[],
  { lane, what, words: search }: { lane?: Lane | undefined; what?: string | undefined; words?: string | undefined },
): TimelineItem[] {
  const matches = matcherOf(search ?? '');
  return items.filter(
    (item) =>
      (lane === undefined || item.lane === lane) &&
      (what === undefined || item.what === what) &&
      matches(searchedText(item)),
  );
}

/** The items that reach into a window of time. */
export function itemsWithin(items: readonly TimelineItem[], from: number, to: number): TimelineItem[] {
  return items.filter(({ start, end }) => start < to && (end === null || end >= from));
}

/** Days late worth a tag on the item itself: where nearly all is late, as after an import, that is said once instead. */
export function lateIsTheRule(items: readonly TimelineItem[]): boolean {
  const late = items.reduce((count, { daysLate }) => count + (daysLate > 0 ? 1 : 0), 0);
  return items.length > 0 && late / items.length > 0.8;
}

/** The state of an item with its other marks, in words: "closed · reopened once". */
export function marksInWords({ state, reopened }: TimelineItem): string {
  const again = reopened === 0 ? [] : [reopened === 1 ? 'reopened once' : `reopened ${reopened} times`];
  return [...(state === null ? [] : [words(state)]), ...again].join(' · ');
}
