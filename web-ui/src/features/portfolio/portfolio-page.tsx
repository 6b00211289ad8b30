import { Button, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useProjections } from '../../shared/api/use-projections';
import { useStandpoint } from '../../shared/api/use-standpoint';
import { todayInUtc } from '../../shared/format/days';
import { formatDay } from '../../shared/format/dates';
import { countOf } from '../../shared/format/numbers';
import { RiskBehind } from '../../shared/risk/risk-behind';
import { EmptyInstallation } from '../../shared/ui/empty-installation';
import { Message } from '../../shared/ui/message';
import { PageHeading } from '../../shared/ui/page-heading';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { ColumnChooser } from './column-chooser';
import { CustomerCards } from './customer-cards';
import { CustomerTable } from './customer-table';
import { ExportButton } from './export-button';
import { PortfolioFilters } from './portfolio-filters';
import classes from './portfolio-page.module.css';
import { parseColumns, parseSort, stringifyColumns, stringifySort, type PortfolioSearch } from './portfolio-search';
import { PortfolioTotals } from './portfolio-totals';
import { toggled } from './selection';
import { SegmentCards } from './segment-cards';
import { useCustomers } from './use-customers';
import { usePlans } from './use-plans';
import { useSegments } from './use-segments';
import { useTotals } from './use-totals';
import { ViewTabs } from './view-tabs';

const route = getRouteApi('/');

// Neither is there at first, so a first visit need not load them.
const OpenCases = lazy(() => import('./open-cases').then((module) => ({ default: module.OpenCases })));
const WorthALook = lazy(() =>
  import('../../shared/risk/worth-a-look').then((module) => ({ default: module.WorthALook })),
);

/** What the reset takes back; the order and the columns stay. */
const NO_FILTERS: PortfolioSearch = {
  search: undefined,
  status: undefined,
  plan: undefined,
  owner: undefined,
  stage: undefined,
  segment: undefined,
};

/** All customers on one day: totals, views, filters, and a list to work through. */
export function PortfolioPage() {
  const all = route.useSearch();
  const navigate = route.useNavigate();
  const standpoint = useStandpoint();
  const narrow = useMediaQuery('(max-width: 48rem)', undefined, { getInitialValueInEffect: false });
  const { search, status, plan, owner, stage, segment, sort, columns: columnText, view, look } = all;
  const shown = useMemo(
    () => ({ search, status, plan, owner, stage, segment, sort }),
    [search, status, plan, owner, stage, segment, sort],
  );
  const columns = useMemo(() => parseColumns(columnText), [columnText]);

  const projections = useProjections();
  const firstOccurredAt = projections.data?.firstOccurredAt ?? null;
  const totals = useTotals(standpoint);
  const plans = usePlans(standpoint);
  const segments = useSegments(standpoint);
  const list = useCustomers(standpoint, shown);

  const change = (filter: PortfolioSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...filter }), replace: true });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const customers = useMemo(() => list.data?.pages.flatMap((page) => page.customers) ?? [], [list.data]);
  const owners = useMemo(
    () => [...new Set(customers.flatMap((customer) => customer.owner ?? []))].toSorted(),
    [customers],
  );
  const total = list.data?.pages[0]?.total;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // The refusals of the last time stand there until something else is chosen.
  const [worked, setWorked] = useState(false);
  const onToggle = useCallback((id: string) => setChosen((before) => toggled(before, id)), []);
  // Only the present can be worked on.
  const editable = standpoint !== undefined && standpoint.asOf >= todayInUtc();
  const selection = editable
    ? {
        chosen,
        onToggle,
        onAll: (every: boolean) => setChosen(new Set(every ? customers.map(({ customerId }) => customerId) : [])),
      }
    : undefined;
  const chosenCustomers = customers.filter(({ customerId }) => chosen.has(customerId));
  const filtered = Object.keys(NO_FILTERS).some((name) => all[name as keyof PortfolioSearch] !== undefined);

  if (totals.data !== undefined && totals.data.customers + totals.data.churnedCustomers === 0 && total === 0) {
    return (
      <>
        <PageHeading title="Portfolio" />
        {firstOccurredAt === null ? (
          <EmptyInstallation />
        ) : (
          <Message title={`No customers on ${formatDay(totals.data.asOf)}`}>
            <p>
              {standpoint?.knownAt === undefined
                ? `The first event is of ${formatDay(firstOccurredAt.slice(0, 10))}. Choose a later day at the top.`
                : 'Nothing of them was recorded by then. Choose a later day for what was known, or all that is known now.'}
            </p>
          </Message>
        )}
      </>
    );
  }

  return (
    <div className={classes.page}>
      <PageHeading title="Portfolio" />
      <RiskBehind answer={list.data?.pages[0]} />
      <PortfolioTotals />
      {look === 'open' && (
        <Suspense fallback={<Skeleton height="9rem" role="status" aria-label="Loading those worth a look" />}>
          <WorthALook />
        </Suspense>
      )}
      {segments.data !== undefined && segments.data.segments.length > 0 && (
        <SegmentCards segments={segments.data.segments} chosen={segment} onChoose={(one) => change({ segment: one })} />
      )}
      <ViewTabs search={{ ...shown, columns: columnText, view }}>
        <p className={classes.count} role="status">
          {total !== undefined && countOf(total, 'customer', 'customers')}
          {list.isPlaceholderData && <span className="quiet"> · loading</span>}
        </p>
        <Button
          size="xs"
          variant="default"
          aria-pressed={look === 'open'}
          onClick={() => change({ look: look === 'open' ? undefined : 'open' })}
        >
          Worth a look
        </Button>
        {!narrow && <ColumnChooser columns={columns} onChange={(ids) => change({ columns: stringifyColumns(ids) })} />}
        {standpoint !== undefined && <ExportButton standpoint={standpoint} filters={shown} />}
      </ViewTabs>
      <PortfolioFilters
        filters={shown}
        plans={plans.data?.plans ?? []}
        segments={segments.data?.segments ?? []}
        owners={owners}
        withSort={narrow}
        onChange={change}
      />
      {editable && !narrow && (chosenCustomers.length > 0 || worked) && (
        <Suspense>
          <OpenCases
            customers={chosenCustomers}
            onDone={(left) => {
              setChosen(new Set(left));
              setWorked(left.length > 0);
            }}
            onClear={() => {
              setChosen(new Set());
              setWorked(false);
            }}
          />
        </Suspense>
      )}
      {list.isError && customers.length === 0 ? (
        <ProblemMessage error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data === undefined || standpoint === undefined ? (
        <div role="status" aria-label="Loading customers" className={classes.skeleton}>
          {Array.from({ length: 12 }, (_, index) => (
            <Skeleton key={index} height="2.25rem" radius="sm" />
          ))}
        </div>
      ) : customers.length === 0 ? (
        <Message title="No customer matches">
          <p>Nobody on this day has all of it. Widen the search, or start over.</p>
          {filtered && (
            <Button variant="default" onClick={() => change(NO_FILTERS)}>
              Reset the filters
            </Button>
          )}
        </Message>
      ) : narrow ? (
        <CustomerCards customers={customers} total={total ?? 0} onNearEnd={loadMore} />
      ) : (
        <CustomerTable
          listKey={JSON.stringify([standpoint, shown])}
          customers={customers}
          total={total ?? 0}
          columns={columns}
          onNearEnd={loadMore}
          sort={parseSort(sort)}
          selection={selection}
          onSort={(next) => change({ sort: stringifySort(next) })}
        />
      )}
      {list.isFetchNextPageError && <ProblemMessage error={list.error} onRetry={() => void fetchNextPage()} />}
    </div>
  );
}
