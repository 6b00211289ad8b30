import type { RiskDay, RiskPin, RiskTimeline } from '../../../shared/risk/answers';
import { signalName } from '../../../shared/risk/risk-words';

/** One of the layers that the contributions are stacked of; the last one holds all parts that have none of their own. */
export interface Layer {
  name: string;
  /** What it adds to the health on each day. */
  values: readonly number[];
}

const MOST_LAYERS = 8;

/** The parts that move most over the days as layers of their own, the rest as one: eight can still be told apart. */
export function layersOf({ parts, days }: Pick<RiskTimeline, 'parts' | 'days'>): Layer[] {
  const there = days.filter(({ health }) => health !== null);
  const moved = parts.map((part, index) => {
    const values = there.map(({ contributions }) => contributions[index] ?? 0);
    return { part, index, range: Math.max(0, ...values) - Math.min(...values, 0), spread: spreadOf(values) };
  });
  const counted = moved.filter(({ range }) => range > 0).toSorted((a, b) => b.spread - a.spread || b.range - a.range);
  const own = counted.length <= MOST_LAYERS ? counted : counted.slice(0, MOST_LAYERS - 1);
  const rest = counted.slice(own.length);
  const valuesOf = (indices: readonly number[]) =>
    days.map(({ contributions }) => indices.reduce((sum, index) => sum + (contributions[index] ?? 0), 0));
  return [
    ...own.map(({ part, index }) => ({ name: signalName(part.signal), values: valuesOf([index]) })),
    ...(rest.length === 0
      ? []
      : [{ name: `${rest.length} others together`, values: valuesOf(rest.map(({ index }) => index)) }]),
  ];
}

const spreadOf = (values: readonly number[]) => (values.length === 0 ? 0 : Math.max(...values) - Math.min(...values));

/** Where a layer lies on a day, from its lower to its upper edge. */
export type Edges = readonly [number, number];

/** The layers put on each other: what adds lies above zero, what takes away below it. By layer, then by day. */
export function stackOf(layers: readonly Layer[]): Edges[][] {
  const above: number[] = [];
  const below: number[] = [];
  return layers.map(({ values }) =>
    values.map((value, day): Edges => {
      const pile = value >= 0 ? above : below;
      const from = pile[day] ?? 0;
      pile[day] = from + value;
      return value >= 0 ? [from, from + value] : [from + value, from];
    }),
  );
}

/** From the first to the last day of something, as places among the days; without an end it is still so. */
export interface Span {
  from: number;
  to: number;
  open: boolean;
}

/** Where in the days a period lies; undefined when it lies outside of them. */
export function spanIn(days: readonly RiskDay[], from: string, to: string | null): Span | undefined {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined || from > last || (to !== null && to < first)) {
    return undefined;
  }
  const placeOf = (day: string) => days.findIndex((other) => other.day >= day);
  return {
    from: from < first ? 0 : placeOf(from),
    to: to === null || to > last ? days.length - 1 : placeOf(to),
    open: to === null || to > last,
  };
}

/** The times with a case open, of the pins in the order of their days. */
export function casesOpen(pins: readonly RiskPin[]): { from: string; to: string | null }[] {
  const times: { from: string; to: string | null }[] = [];
  let open = 0;
  for (const { type, day } of pins.toSorted((a, b) => a.day.localeCompare(b.day))) {
    if (type === 'case.opened') {
      open += 1;
      if (open === 1) {
        times.push({ from: day, to: null });
      }
    } else if (type === 'case.closed' && open > 0) {
      open -= 1;
      const last = times.at(-1);
      if (open === 0 && last !== undefined) {
        last.to = day;
      }
    }
  }
  return times;
}
