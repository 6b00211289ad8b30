import type { Engagement } from '../../shared/api/types';
import { ChartFrame } from '../../shared/charts/chart-frame';
import { ColumnChart } from '../../shared/charts/column-chart';
import { RateButton } from '../../shared/explain/figure-button';
import { formatDay } from '../../shared/format/dates';
import { formatDecimal } from '../../shared/format/numbers';
import type { Interval, Whose } from './engagement-search';
import { lifecycleColumns } from './lifecycle-columns';

interface Props {
  engagement: Engagement;
  whose: Whose;
  interval: Interval;
}

/** How the number of the active moves. Every interval is whole: they are counted back from the day of the page. */
export function LifecycleChart({ engagement, whose, interval }: Props) {
  const lifecycle = (whose === 'people' ? engagement.users?.lifecycle : engagement.accounts.lifecycle) ?? [];
  const title = whose === 'people' ? 'People who came and went' : 'Accounts that came and went';
  const pulse = lifecycle.at(-1)?.pulse;
  return (
    <ChartFrame
      title={title}
      description={
        <>
          {interval === 'week' ? 'Weeks' : 'Four weeks each'}, back from {formatDay(engagement.asOf)}; each is compared
          with the one before. Upwards who is active, downwards who fell silent.
          {pulse !== undefined && pulse.value !== null && (
            <>
              {' '}
              In the last, those who came were <RateButton rate={pulse} label="pulse" /> of those who went.
            </>
          )}
        </>
      }
      table={{
        header: ['From', 'Active', 'New', 'Returning', 'Resurrecting', 'Dormant', 'Pulse'],
        rows: lifecycle.map((part) => [
          part.from,
          part.active.value,
          part.newlyCreated.value,
          part.returning.value,
          part.resurrecting.value,
          part.dormant.value,
          formatDecimal(part.pulse.value),
        ]),
      }}
      fileName={`lifecycle-${whose}`}
    >
      <ColumnChart label={title} columns={lifecycleColumns(lifecycle)} />
    </ChartFrame>
  );
}
