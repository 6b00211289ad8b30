import type { FunnelTrend } from '../../shared/api/types';
import type { Column } from '../../shared/charts/columns';
import { addDays } from '../../shared/format/days';
import { formatMonth, formatShortDay } from '../../shared/format/dates';
import { FEWEST_FOR_A_RATE, formatCount } from '../../shared/format/numbers';

type Point = FunnelTrend['points'][number];

/** The cohorts with those in between in which nobody entered, which the answer leaves out and an axis of time does not. */
export function withoutGaps(points: readonly Point[], interval: FunnelTrend['interval']): Point[] {
  return points.flatMap((point, index) => {
    const until = points[index + 1]?.from ?? point.to;
    const between: Point[] = [];
    for (let { to } = point; to < until; to = after(to, interval)) {
      between.push({ from: to, to: after(to, interval), entered: 0, steps: [] });
    }
    return [point, ...between];
  });
}

function after(day: string, interval: FunnelTrend['interval']): string {
  if (interval !== 'MONTH') {
    return addDays(day, interval === 'WEEK' ? 7 : 1);
  }
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** Those of a cohort who can still make a step: they are at it, or at one before it. */
export function openUntil({ steps }: Pick<Point, 'steps'>, index: number): number {
  return steps.reduce((sum, step) => (step.index <= index ? sum + step.open : sum), 0);
}

/** What became of all cohorts together, which is what the funnel says of everybody. */
export function togetherOf(points: readonly Point[], index: number): { entered: number; reached: number } {
  return points.reduce(
    (sum, { entered, steps }) => ({
      entered: sum.entered + entered,
      reached: sum.reached + (steps[index]?.reached ?? 0),
    }),
    { entered: 0, reached: 0 },
  );
}

/** A column a cohort, in percent: the share of those who entered that made a step, and above it those who still can. */
export function trendColumns(trend: FunnelTrend, index: number, locale?: string): Column[] {
  return withoutGaps(trend.points, trend.interval).map((point) => {
    const step = point.steps[index];
    const open = openUntil(point, index);
    const label = trend.interval === 'MONTH' ? formatMonth(point.from, locale) : formatShortDay(point.from, locale);
    if (step === undefined || point.entered === 0) {
      return { key: point.from, label, parts: [], note: 'nobody entered' };
    }
    return {
      key: point.from,
      label,
      open: open > 0,
      parts: [
        {
          name: 'made it',
          value: (100 * step.reached) / point.entered,
          tone: point.entered < FEWEST_FOR_A_RATE ? ('soft' as const) : ('full' as const),
          figure: step.figures.reached,
        },
        { name: 'still can', value: (100 * open) / point.entered, tone: 'outline' as const, figure: null },
      ],
      note: `${formatCount(step.reached, locale)} of ${formatCount(point.entered, locale)} that entered`,
    };
  });
}
