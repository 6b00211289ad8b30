import type { Engagement } from '../../shared/api/types';
import { ChartFrame } from '../../shared/charts/chart-frame';
import { ColumnChart } from '../../shared/charts/column-chart';
import type { Column } from '../../shared/charts/columns';
import { formatDay } from '../../shared/format/dates';

/** People by their number of active days, from none to all. */
export function activeDayColumns(activeOn: readonly { value: number; explain: string }[]): Column[] {
  return activeOn.map((figure, days) => ({
    key: String(days),
    label: String(days),
    parts: [{ name: 'people', value: figure.value, tone: days === 0 ? 'gone' : 'full', figure }],
  }));
}

/** Whether people are there every day or once in a while. */
export function ActiveDaysChart({ engagement }: { engagement: Engagement }) {
  const activeOn = engagement.users?.activeOn ?? [];
  return (
    <ChartFrame
      title="People by active days"
      description={`On how many of the ${activeOn.length - 1} days to ${formatDay(engagement.asOf)} people who may work were active.`}
      table={{ header: ['Active days', 'People'], rows: activeOn.map(({ value }, days) => [days, value]) }}
      fileName="active-days"
    >
      <ColumnChart label="People by active days" columns={activeDayColumns(activeOn)} />
    </ChartFrame>
  );
}
