import { Button, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useAsOf } from '../../shared/api/use-as-of';
import { useProjections } from '../../shared/api/use-projections';
import { formatDay } from '../../shared/format/dates';
import { formatAmounts } from '../../shared/format/money';
import { countOf, formatCount } from '../../shared/format/numbers';
import { EmptyInstallation } from '../../shared/ui/empty-installation';
import { Figures } from '../../shared/ui/figures';
import { KnownNowNotice } from '../../shared/ui/known-now-notice';
import { Message } from '../../shared/ui/message';
import { PageHeading } from '../../shared/ui/page-heading';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { CustomerCards } from './customer-cards';
import { CustomerTable } from './customer-table';
import { PortfolioFilters } from './portfolio-filters';
import classes from './portfolio-page.module.css';
import { parseSort, stringifySort, type PortfolioSearch } from './portfolio-search';
import { useCustomers } from './use-customers';
import { usePlans } from './use-plans';
import { useTotals } from './use-totals';

const route = getRouteApi('/');

/** All customers on one day: totals, filters, and a list to work through. */
export function PortfolioPage() {
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const asOf = useAsOf();
  const narrow = useMediaQuery('(max-width: 48rem)', undefined, { getInitialValueInEffect: false });
  const { search, status, plan, sort } = filters;
  const shown = useMemo(() => ({ search, status, plan, sort }), [search, status, plan, sort]);

  const projections = useProjections();
  const firstOccurredAt = projections.data?.firstOccurredAt ?? null;
  const totals = useTotals(asOf?.day);
  const plans = usePlans(asOf?.day);
  const list = useCustomers(asOf?.day, shown);

  const change = (filter: PortfolioSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...filter }), replace: true });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const customers = useMemo(() => list.data?.pages.flatMap((page) => page.customers) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total;
  const filtered = search !== undefined || status !== undefined || plan !== undefined;
  const reset = () => change({ search: undefined, status: undefined, plan: undefined });

  if (totals.data !== undefined && totals.data.customers + totals.data.churnedCustomers === 0 && total === 0) {
    return (
      <>
        <PageHeading title="Portfolio" />
        {firstOccurredAt === null ? (
          <EmptyInstallation />
        ) : (
          <Message title={`No customers on ${formatDay(totals.data.asOf)}`}>
            <p>The first event is of {formatDay(firstOccurredAt.slice(0, 10))}. Choose a later day at the top.</p>
          </Message>
        )}
      </>
    );
  }

  return (
    <div className={classes.page}>
      <PageHeading title="Portfolio" />
      {totals.isError ? (
        <ProblemMessage error={totals.error} onRetry={() => void totals.refetch()} />
      ) : (
        <Figures
          figures={[
            { label: 'Live customers', value: totals.data && formatCount(totals.data.customers) },
            { label: 'Seats sold', value: totals.data && formatCount(totals.data.seats) },
            { label: 'Monthly revenue', value: totals.data && formatAmounts(totals.data.monthlyRevenue) },
            { label: 'Churned so far', value: totals.data && formatCount(totals.data.churnedCustomers) },
          ]}
        />
      )}
      <KnownNowNotice what="The portfolio is" />
      <div className={classes.tools}>
        <PortfolioFilters filters={filters} plans={plans.data?.plans ?? []} withSort={narrow} onChange={change} />
        <p className={classes.count} role="status">
          {total !== undefined && countOf(total, 'customer', 'customers')}
          {list.isPlaceholderData && <span className="quiet"> · loading</span>}
        </p>
      </div>
      {list.isError && customers.length === 0 ? (
        <ProblemMessage error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data === undefined || asOf === undefined ? (
        <div role="status" aria-label="Loading customers" className={classes.skeleton}>
          {Array.from({ length: 12 }, (_, index) => (
            <Skeleton key={index} height="2.25rem" radius="sm" />
          ))}
        </div>
      ) : customers.length === 0 ? (
        <Message title="No customer matches">
          <p>Nobody on this day has all of it. Widen the search, or start over.</p>
          {filtered && (
            <Button variant="default" onClick={reset}>
              Reset the filters
            </Button>
          )}
        </Message>
      ) : narrow ? (
        <CustomerCards customers={customers} total={total ?? 0} asOf={asOf.day} onNearEnd={loadMore} />
      ) : (
        <CustomerTable
          listKey={JSON.stringify([asOf.day, shown])}
          customers={customers}
          total={total ?? 0}
          asOf={asOf.day}
          onNearEnd={loadMore}
          sort={parseSort(sort)}
          onSort={(next) => change({ sort: stringifySort(next) })}
        />
      )}
      {list.isFetchNextPageError && <ProblemMessage error={list.error} onRetry={() => void fetchNextPage()} />}
    </div>
  );
}
