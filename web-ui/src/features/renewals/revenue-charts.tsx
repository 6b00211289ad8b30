import type { Revenue } from '../../shared/api/types';
import { ChartFrame } from '../../shared/charts/chart-frame';
import { ColumnChart } from '../../shared/charts/column-chart';
import { OpenSwatch } from '../../shared/charts/hatch';
import { RateButton } from '../../shared/explain/figure-button';
import { formatDay, formatMonth } from '../../shared/format/dates';
import { addDays } from '../../shared/format/days';
import { formatCompactMoney, formatWholeMoney } from '../../shared/format/money';
import { formatShare } from '../../shared/format/numbers';
import { Figures } from '../../shared/ui/figures';
import { movementColumn, revenueBridge } from './bridges';

interface Props {
  revenue: Revenue;
  currency: string;
}

const amountsIn = (period: Revenue['whole'], currency: string) =>
  period.currencies.find((amounts) => amounts.currency === currency);

/** Where the revenue of a year ago went, and what came and went month by month. */
export function RevenueCharts({ revenue, currency }: Props) {
  const whole = amountsIn(revenue.whole, currency);
  const months = revenue.months.flatMap((month) => {
    const amounts = amountsIn(month, currency);
    return amounts === undefined ? [] : [{ month, amounts }];
  });
  const money = (minorUnits: number) => formatWholeMoney({ currency, minorUnits });
  const axis = (minorUnits: number) => formatCompactMoney({ currency, minorUnits });
  if (whole === undefined) {
    return null;
  }
  const columns = months.map(({ month, amounts }) =>
    movementColumn(month.from, formatMonth(month.from), month.open, amounts),
  );
  const steps = revenueBridge(whole);
  return (
    <>
      <Figures
        figures={[
          { label: 'Net retention (NRR)', value: <RateButton rate={whole.netRetention} label="net retention" /> },
          { label: 'Gross retention (GRR)', value: <RateButton rate={whole.grossRetention} label="gross retention" /> },
          { label: 'Revenue churn', value: <RateButton rate={whole.churn} label="revenue churn" /> },
          {
            label: 'Logo churn',
            value: <RateButton rate={revenue.whole.customers.logoChurn} label="logo churn" />,
          },
        ]}
      />
      <ChartFrame
        title="Revenue, from start to end"
        description={`Monthly revenue under contract in ${currency}, ${formatDay(revenue.from)} to ${formatDay(addDays(revenue.to, -1))}: what was lost and won in between.`}
        table={{
          header: ['Step', `${currency}, minor units`],
          rows: steps.map(({ label, parts }) => [label, parts[0]?.value ?? null]),
        }}
        fileName="revenue-bridge"
      >
        <ColumnChart label="Revenue, from start to end" columns={steps} format={money} axis={axis} />
      </ChartFrame>
      <ChartFrame
        title="Won and lost by month"
        description={
          <>
            Monthly revenue in {currency}: upwards what was won, downwards what was lost.{' '}
            {columns.some(({ open }) => open) && (
              <>
                <OpenSwatch /> A month that is not over, or whose renewals may still come.
              </>
            )}
          </>
        }
        table={{
          header: ['Month', 'Start', 'Expansion', 'New', 'Won back', 'Downsell', 'Lost', 'End', 'NRR', 'GRR'],
          rows: months.map(({ month, amounts }) => [
            month.from.slice(0, 7),
            money(amounts.start.value),
            money(amounts.expansion.value),
            money(amounts.added.value),
            money(amounts.wonBack.value),
            money(amounts.downsell.value),
            money(amounts.lost.value),
            money(amounts.end.value),
            formatShare(amounts.netRetention.value),
            formatShare(amounts.grossRetention.value),
          ]),
        }}
        fileName="revenue-by-month"
      >
        <ColumnChart label="Won and lost by month" columns={columns} format={money} axis={axis} />
      </ChartFrame>
    </>
  );
}
