import { useStandpoint } from '../../shared/api/use-standpoint';
import { FigureButton } from '../../shared/explain/figure-button';
import { formatWholeMoney } from '../../shared/format/money';
import { NOTHING } from '../../shared/format/numbers';
import { Figures } from '../../shared/ui/figures';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { useTotals } from './use-totals';

/** The line above the list: all customers together, whatever the list is filtered by. */
export function PortfolioTotals() {
  const { data, isError, error, refetch } = useTotals(useStandpoint());
  if (isError) {
    return <ProblemMessage error={error} onRetry={() => void refetch()} />;
  }
  return (
    <Figures
      figures={[
        {
          label: 'Live customers',
          value: data && <FigureButton figure={data.figures.customers} label="live customers" />,
        },
        { label: 'Seats sold', value: data && <FigureButton figure={data.figures.seats} label="seats sold" /> },
        {
          label: 'Monthly revenue',
          value:
            data &&
            (data.monthlyRevenue.length === 0
              ? NOTHING
              : // One figure a currency, in the order of the amounts; never added up across currencies.
                data.monthlyRevenue.map((money, index) => (
                  <span key={money.currency}>
                    {index > 0 && ' + '}
                    <FigureButton
                      figure={data.figures.monthlyRevenue[index] ?? null}
                      label={`a month in ${money.currency}`}
                    >
                      {formatWholeMoney(money)}
                    </FigureButton>
                  </span>
                ))),
        },
        {
          label: 'Churned so far',
          value: data && <FigureButton figure={data.figures.churnedCustomers} label="customers churned" />,
        },
      ]}
    />
  );
}
