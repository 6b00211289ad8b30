import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { ChartFrame } from '../../shared/charts/chart-frame';
import { DayCursor } from '../../shared/charts/day-cursor';
import { DayPanel } from '../../shared/charts/day-panel';
import { formatDay } from '../../shared/format/dates';
import { countOf } from '../../shared/format/numbers';
import classes from './usage-chart.module.css';
import type { UsageOfDay } from './usage-days';

interface Props {
  customerId: string;
  days: readonly UsageOfDay[];
}

/** A day of use in words, as the cursor reads it out. */
export function describeDay({ day, actions, activeUsers, seats }: UsageOfDay, locale?: string): string {
  const users = countOf(activeUsers, 'active user', 'active users', locale);
  return (
    `${formatDay(day, locale)}: ${countOf(actions, 'action', 'actions', locale)}, ` +
    (seats === null ? `${users}, no seats in force` : `${users} of ${countOf(seats, 'seat', 'seats', locale)}`)
  );
}

/** Actions per day, and active users against seats, on one axis of days. */
export function UsageChart({ customerId, days }: Props) {
  const { ref, width } = useElementSize();
  const [cursor, setCursor] = useState<number | null>(null);
  const names = useMemo(() => days.map(({ day }) => day), [days]);
  const actions = useMemo(() => days.map((day) => day.actions), [days]);
  const users = useMemo(() => days.map((day) => day.activeUsers), [days]);
  const seats = useMemo(() => days.map((day) => day.seats), [days]);
  const read = days[cursor ?? days.length - 1];
  const describe = (index: number) => {
    const day = days[index];
    return day === undefined ? '' : describeDay(day);
  };

  return (
    <ChartFrame
      title="Use over time"
      description={
        <>
          Per day, {formatDay(names[0] ?? null)} to {formatDay(names.at(-1) ?? null)}. A day without use counts as zero.
        </>
      }
      table={{
        header: ['Day', 'Actions', 'Active users', 'Seats'],
        rows: days.toReversed().map((day) => [day.day, day.actions, day.activeUsers, day.seats]),
      }}
      fileName={`use-${customerId}`}
    >
      <div ref={ref} className={classes.chart}>
        <DayCursor
          label="Use over time"
          count={days.length}
          width={width}
          cursor={cursor}
          onCursor={setCursor}
          describe={describe}
        >
          <p className={classes.label}>Actions</p>
          <DayPanel days={names} values={actions} width={width} height={190} cursor={cursor} />
          <p className={classes.label}>
            Active users <span className={classes.limit}>┅ seats sold</span>
          </p>
          <DayPanel days={names} values={users} limit={seats} width={width} height={130} cursor={cursor} />
        </DayCursor>
      </div>
      <p className={classes.read}>{read !== undefined && describeDay(read)}</p>
    </ChartFrame>
  );
}
