import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import type { Money, SeatPoint } from '../api/types';
import { formatDay } from '../format/dates';
import { formatAmounts } from '../format/money';
import { countOf, formatCount } from '../format/numbers';
import { ChartFrame } from './chart-frame';
import { DayCursor } from './day-cursor';
import { NestedAreas, roomForLabels } from './nested-areas';
import classes from './seat-chart.module.css';

export type SeatChartGap = 'log-on' | 'training' | 'activity';

const PART_OF: Record<SeatChartGap, number> = { 'log-on': 1, training: 2, activity: 3 };
const WITHOUT: Record<SeatChartGap, string> = { 'log-on': 'log-on', training: 'training', activity: 'activity' };

interface Props {
  title: string;
  points: readonly SeatPoint[];
  gap: SeatChartGap;
  fileName: string;
  /** What lies between two points, such as "weeks". */
  steps: string;
}

/** What the gap of a point costs a month. */
export function gapMoney(point: SeatPoint, gap: SeatChartGap): readonly Money[] | null {
  return { 'log-on': point.gapToLogOn, training: point.gapToTraining, activity: point.gapToActivity }[gap];
}

/** A point in words, as the cursor reads it out. */
export function describeSeats(point: SeatPoint, gap: SeatChartGap, locale?: string): string {
  const counts = [
    [point.assigned, 'assigned'],
    [point.loggedOn, 'logged on'],
    [point.trained, 'trained'],
    [point.active28, 'active'],
  ] as const;
  const money = gapMoney(point, gap);
  return [
    `${formatDay(point.on, locale)}: ${countOf(point.sold, 'seat', 'seats', locale)} sold`,
    ...counts.filter(([count]) => count !== null).map(([count, word]) => `${formatCount(count, locale)} ${word}`),
    ...(money === null || money.length === 0
      ? []
      : [`${formatAmounts(money, locale)} a month for seats without ${WITHOUT[gap]}`]),
  ].join(', ');
}

/** Seats sold, and within them those assigned, logged on, trained and active; what is missing is shaded and priced. */
export function SeatChart({ title, points, gap, fileName, steps }: Props) {
  const { ref, width } = useElementSize();
  const [cursor, setCursor] = useState<number | null>(null);
  const read = points[cursor ?? points.length - 1];
  return (
    <ChartFrame
      title={title}
      description={
        <>
          People within the seats sold (dashed line), at the end of each of the {steps}. Shaded: seats without{' '}
          {WITHOUT[gap]}, each at the average price of a seat.
        </>
      }
      table={{
        header: ['Day', 'Sold', 'Assigned', 'Logged on', 'Trained', 'Active in 28 days', 'Gap / month'],
        rows: points.toReversed().map((point) => {
          const money = gapMoney(point, gap);
          return [
            point.on,
            point.sold,
            point.assigned,
            point.loggedOn,
            point.trained,
            point.active28,
            money === null ? null : formatAmounts(money),
          ];
        }),
      }}
      fileName={fileName}
    >
      <div ref={ref} className={classes.chart}>
        <DayCursor
          label={title}
          steps={steps}
          count={points.length}
          width={width}
          right={roomForLabels(width)}
          cursor={cursor}
          onCursor={setCursor}
          describe={(index) => (points[index] === undefined ? '' : describeSeats(points[index], gap))}
        >
          <NestedAreas
            days={points.map(({ on }) => on)}
            whole={{ name: 'Sold', values: points.map(({ sold }) => sold) }}
            parts={[
              { name: 'Assigned', values: points.map(({ assigned }) => assigned) },
              { name: 'Logged on', values: points.map(({ loggedOn }) => loggedOn) },
              { name: 'Trained', values: points.map(({ trained }) => trained) },
              { name: 'Active', values: points.map(({ active28 }) => active28) },
            ]}
            gapTo={PART_OF[gap]}
            width={width}
            height={300}
            cursor={cursor}
          />
        </DayCursor>
      </div>
      <ul className={classes.legend} aria-label="Legend">
        <li data-mark="sold">Sold</li>
        <li data-mark="assigned">Assigned</li>
        <li data-mark="logged-on">Logged on</li>
        <li data-mark="trained">Trained</li>
        <li data-mark="active">Active in 28 days</li>
        <li data-mark="gap">Gap</li>
      </ul>
      <p>{read !== undefined && `${describeSeats(read, gap)}.`}</p>
    </ChartFrame>
  );
}
