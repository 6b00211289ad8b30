import type { StepTimes } from '../../shared/api/types';

type Curve = StepTimes['curve'];

/** A day of the curve, with the days on which nothing happened filled in. */
export interface CurveDay {
  /** Estimated share that is there at the end of the day, by Kaplan and Meier. */
  share: number;
  /** Of all, how many were there at its end, and how many not there and watched no longer. */
  reached: number;
  unwatched: number;
  /** On the day alone. */
  reachedOn: number;
  unwatchedOn: number;
}

/** The curve day by day, from the first to the last on which anything is known. */
export function daysOfCurve(curve: Curve): CurveDay[] {
  const days: CurveDay[] = [];
  let [share, reached, unwatched] = [0, 0, 0];
  for (const point of curve) {
    while (days.length < point.day) {
      days.push({ share, reached, unwatched, reachedOn: 0, unwatchedOn: 0 });
    }
    share = point.share;
    reached += point.reached;
    unwatched += point.watched;
    days.push({ share, reached, unwatched, reachedOn: point.reached, unwatchedOn: point.watched });
  }
  return days;
}

export interface Bin {
  /** First whole day, and the first that is no longer in it. */
  from: number;
  to: number;
  count: number;
}

const MOST_BINS = 16;
const WIDTHS = [1, 2, 7, 14, 28, 56, 91, 182, 364] as const;

/** Those who got there by how many whole days it took, in bins of days or weeks so wide that few are enough. */
export function binsOf(curve: Curve): Bin[] {
  const last = curve.reduce((most, { day, reached }) => (reached > 0 ? Math.max(most, day) : most), -1);
  const width = WIDTHS.find((days) => (last + 1) / days <= MOST_BINS) ?? Math.ceil((last + 1) / MOST_BINS);
  const bins = Array.from({ length: Math.ceil((last + 1) / width) }, (_, index) => ({
    from: index * width,
    to: (index + 1) * width,
    count: 0,
  }));
  for (const { day, reached } of curve) {
    const bin = bins[Math.floor(day / width)];
    if (bin !== undefined) {
      bin.count += reached;
    }
  }
  return bins;
}

export const nameOfBin = ({ from, to }: Bin) => (to === from + 1 ? `day ${from}` : `${from}–${to - 1} d`);
