import { SegmentedControl, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { SeatPoint } from '../../shared/api/types';
import { useStandpoint } from '../../shared/api/use-standpoint';
import { SeatChart } from '../../shared/charts/seat-chart';
import { formatAmounts } from '../../shared/format/money';
import { countOf } from '../../shared/format/numbers';
import { EmptyInstallation } from '../../shared/ui/empty-installation';
import { Message } from '../../shared/ui/message';
import { PageHeading } from '../../shared/ui/page-heading';
import { LoadMore } from '../../shared/ui/load-more';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { SearchField } from '../../shared/ui/search-field';
import { SelectField } from '../../shared/ui/select-field';
import { oneOf } from '../../shared/url/search-values';
import { gapOf, NOT_YET } from './gap-of';
import { SeatFigures } from './seat-figures';
import { SeatTable } from './seat-table';
import classes from './seats-page.module.css';
import { COLOURS, GAPS, type SeatsSearch } from './seats-search';
import { useSeatMonths } from './use-seat-months';
import { useSeatOverview } from './use-seat-overview';

const route = getRouteApi('/seats');

/** Where seats are paid for and not used, who has how many of them, and what they cost. */
export function SeatsPage() {
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const standpoint = useStandpoint();
  const { utilisation, search } = filters;
  const [personsKnown, setPersonsKnown] = useState(true);
  const gap = filters.gap ?? (personsKnown ? 'training' : 'activity');
  const overview = useSeatOverview(standpoint, { gap, utilisation, search });
  const months = useSeatMonths(standpoint);
  const change = (filter: SeatsSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...filter }), replace: true, resetScroll: false });

  const [first] = overview.data?.pages ?? [];
  const customers = overview.data?.pages.flatMap((page) => page.customers) ?? [];
  const totals = first?.totals;
  // Sources that tell only totals of days know of no training, so their gap to it says nothing.
  const persons = totals === undefined ? personsKnown : (totals.deployed?.value ?? 0) > 0;
  if (persons !== personsKnown) {
    setPersonsKnown(persons);
  }
  const money = totals && gapOf(totals, gap)?.perMonth;
  const filtered = utilisation !== undefined || search !== undefined;

  if (overview.isError && first === undefined) {
    return (
      <>
        <PageHeading title="Seats" />
        <ProblemMessage error={overview.error} onRetry={() => void overview.refetch()} />
      </>
    );
  }
  return (
    <div className={classes.page}>
      <PageHeading
        title="Seats"
        lead={
          money === undefined || money.length === 0
            ? 'Seats sold, and what became of them.'
            : `${formatAmounts(money)} a month are paid for seats ${NOT_YET[gap]}.`
        }
      />
      <SeatFigures totals={totals} personsKnown={personsKnown} />
      <div className={classes.gap}>
        <span id="gap">Gap to</span>
        <SegmentedControl
          aria-labelledby="gap"
          value={gap}
          onChange={(value) => change({ gap: oneOf(GAPS, value) })}
          data={GAPS.map((value) => ({ value, label: value }))}
        />
      </div>
      {months.isError ? (
        <ProblemMessage error={months.error} onRetry={() => void months.refetch()} />
      ) : months.data === undefined ? (
        <Skeleton height="30rem" radius="md" role="status" aria-label="Loading the months" />
      ) : (
        <SeatChart
          title="Seats of all customers"
          points={personsKnown ? months.data.months : months.data.months.map(withoutPersons)}
          gap={gap}
          fileName="seats"
          steps="months"
        />
      )}
      <div className={classes.tools}>
        <SearchField
          label="Search"
          placeholder="Name or id"
          value={search ?? ''}
          onCommit={(text) => change({ search: text === '' ? undefined : text })}
        />
        <SelectField
          label="Utilisation"
          value={utilisation ?? ''}
          onChange={(value) => change({ utilisation: oneOf(COLOURS, value) })}
          options={[
            { value: '', label: 'Any' },
            { value: 'red', label: 'Poor (red)' },
            { value: 'yellow', label: 'Watch (yellow)' },
            { value: 'green', label: 'Good (green)' },
            { value: 'none', label: 'Too early' },
          ]}
        />
        <p role="status">{first !== undefined && countOf(first.total, 'live customer', 'live customers')}</p>
      </div>
      {overview.data === undefined ? (
        <Skeleton height="30rem" radius="md" role="status" aria-label="Loading the customers" />
      ) : customers.length > 0 ? (
        <>
          <SeatTable customers={customers} gap={gap} busy={overview.isPlaceholderData} />
          <LoadMore query={overview} />
        </>
      ) : filtered ? (
        <Message title="No customer matches">
          <p>Search for something else, or choose another colour.</p>
        </Message>
      ) : (
        <EmptyInstallation />
      )}
    </div>
  );
}

const UNKNOWN = { assigned: null, loggedOn: null, trained: null };

const withoutPersons = (point: SeatPoint): SeatPoint => ({ ...point, ...UNKNOWN });
