import { Button, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { RenewalSums } from '../../shared/api/types';
import { useProjections } from '../../shared/api/use-projections';
import { useStandpoint } from '../../shared/api/use-standpoint';
import { ChartFrame } from '../../shared/charts/chart-frame';
import { ColumnChart } from '../../shared/charts/column-chart';
import { OpenSwatch } from '../../shared/charts/hatch';
import { formatDay } from '../../shared/format/dates';
import { addDays } from '../../shared/format/days';
import { formatCompactMoney, formatWholeMoney } from '../../shared/format/money';
import { countOf } from '../../shared/format/numbers';
import { Choice } from '../../shared/ui/choice';
import { EmptyInstallation } from '../../shared/ui/empty-installation';
import { LoadMore } from '../../shared/ui/load-more';
import { Message } from '../../shared/ui/message';
import { PageHeading } from '../../shared/ui/page-heading';
import classes from '../../shared/ui/page.module.css';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { renewalBridge } from './bridges';
import { LossReasons } from './loss-reasons';
import { daysLeftIn, quarterAfter, quarterInWords, quarterOf } from './quarter';
import { RenewalFigures } from './renewal-figures';
import type { RenewalsSearch } from './renewals-search';
import { RenewalTable } from './renewal-table';
import { RevenueCharts } from './revenue-charts';
import { useCustomerNames } from './use-customer-names';
import { useRenewals } from './use-renewals';
import { useRevenue } from './use-revenue';

const route = getRouteApi('/renewals');

/** What is up for renewal in a quarter, what came of it, and where revenue went over a year. */
export function RenewalsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const standpoint = useStandpoint();
  const projections = useProjections();
  const quarter = search.quarter ?? (standpoint === undefined ? undefined : quarterOf(standpoint.asOf));
  const renewals = useRenewals(standpoint, quarter);
  const names = useCustomerNames(standpoint);
  const revenue = useRevenue(standpoint);
  const change = (part: RenewalsSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), replace: true, resetScroll: false });

  const [first] = renewals.data?.pages ?? [];
  const currencies = [
    ...new Set([first?.currencies ?? [], revenue.data?.whole.currencies ?? []].flat().map(({ currency }) => currency)),
  ];
  const currency = currencies.includes(search.currency ?? '') ? search.currency : currencies[0];
  const sums = first?.currencies.find((candidate) => candidate.currency === currency);
  return (
    <div className={classes.page}>
      <PageHeading
        title="Renewals"
        lead={sums === undefined ? 'Terms that end, and what came of them.' : leadOf(sums, quarter)}
      />
      <div className={classes.tools}>
        {quarter !== undefined && standpoint !== undefined && (
          <>
            <Button variant="default" onClick={() => change({ quarter: quarterAfter(quarter, -1) })}>
              ‹ {quarterInWords(quarterAfter(quarter, -1))}
            </Button>
            <h2 aria-live="polite">
              {quarterInWords(quarter)} <span className="quiet">{whenIs(daysLeftIn(quarter, standpoint.asOf))}</span>
            </h2>
            <Button variant="default" onClick={() => change({ quarter: quarterAfter(quarter, 1) })}>
              {quarterInWords(quarterAfter(quarter, 1))} ›
            </Button>
          </>
        )}
        {currencies.length > 1 && currency !== undefined && (
          <Choice
            label="Currency"
            value={currency}
            options={currencies.map((value) => ({ value, label: value }))}
            onChange={(value) => change({ currency: value })}
          />
        )}
        <p role="status">{first !== undefined && countOf(first.total, 'renewal due', 'renewals due')}</p>
      </div>
      {renewals.isError && first === undefined ? (
        <ProblemMessage error={renewals.error} onRetry={() => void renewals.refetch()} />
      ) : first === undefined ? (
        <Skeleton height="40rem" radius="md" role="status" aria-label="Loading the renewals" />
      ) : first.total === 0 || sums === undefined ? (
        projections.data?.firstOccurredAt === null ? (
          <EmptyInstallation />
        ) : (
          <Message title="No term ends in this quarter">
            <p>Choose the quarter before or after it, or another day at the top of the page.</p>
          </Message>
        )
      ) : (
        <>
          <RenewalFigures sums={sums} />
          <RenewalBridge sums={sums} asOf={first.asOf} />
          <LossReasons sums={sums} />
          <section className={classes.section} aria-labelledby="renewals">
            <h2 id="renewals">Renewals by due day</h2>
            <RenewalTable
              renewals={renewals.data?.pages.flatMap((page) => page.renewals) ?? []}
              names={names.data}
              asOf={first.asOf}
              busy={renewals.isPlaceholderData}
            />
            <LoadMore query={renewals} />
          </section>
        </>
      )}
      <section className={classes.section} aria-labelledby="revenue">
        <h2 id="revenue">
          Revenue over a year{' '}
          {revenue.data !== undefined && (
            <span className="quiet">
              {formatDay(revenue.data.from)} to {formatDay(addDays(revenue.data.to, -1))}
            </span>
          )}
        </h2>
        {revenue.isError ? (
          <ProblemMessage error={revenue.error} onRetry={() => void revenue.refetch()} />
        ) : revenue.data === undefined ? (
          <Skeleton height="36rem" radius="md" role="status" aria-label="Loading the revenue" />
        ) : (
          currency !== undefined && <RevenueCharts revenue={revenue.data} currency={currency} />
        )}
      </section>
    </div>
  );
}

function RenewalBridge({ sums, asOf }: { sums: RenewalSums; asOf: string }) {
  const columns = renewalBridge(sums);
  const { currency } = sums;
  const money = (minorUnits: number) => formatWholeMoney({ currency, minorUnits });
  return (
    <ChartFrame
      title="From due to renewed"
      description={
        <>
          Monthly revenue of the terms that end in the quarter, in {currency}, as of {formatDay(asOf)}. A renewal counts
          as renewed up to its target; what is paid beyond stands apart. <OpenSwatch /> Still open.
        </>
      }
      table={{
        header: ['Step', `${currency} / month`],
        rows: columns.map(({ label, parts }) => [label, money(parts[0]?.value ?? 0)]),
      }}
      fileName="renewals"
    >
      <ColumnChart
        label="From due to renewed"
        columns={columns}
        format={money}
        axis={(minorUnits) => formatCompactMoney({ currency, minorUnits })}
        openNote="still open"
      />
    </ChartFrame>
  );
}

function leadOf(sums: RenewalSums, quarter: Parameters<typeof quarterInWords>[0] | undefined): string {
  const money = (minorUnits: number) => formatWholeMoney({ currency: sums.currency, minorUnits });
  const due = `${money(sums.due.value)} a month are due${quarter === undefined ? '' : ` in ${quarterInWords(quarter)}`}`;
  return sums.open.value === 0
    ? `${due}; all of it is decided.`
    : `${due}, ${money(sums.open.value)} of it still open, ${money(sums.openWithNotice.value)} with a notice.`;
}

function whenIs(daysLeft: number): string {
  return daysLeft <= 0 ? 'is over' : daysLeft > 92 ? 'is to come' : `${countOf(daysLeft, 'day', 'days')} left`;
}
