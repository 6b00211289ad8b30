import { Skeleton } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Support } from '../../shared/api/types';
import { useProjections } from '../../shared/api/use-projections';
import { useStandpoint } from '../../shared/api/use-standpoint';
import { ChartFrame } from '../../shared/charts/chart-frame';
import { ColumnChart } from '../../shared/charts/column-chart';
import { OpenSwatch } from '../../shared/charts/hatch';
import { formatDay } from '../../shared/format/dates';
import { formatShare } from '../../shared/format/numbers';
import { CustomerField } from '../../shared/ui/customer-field';
import { DateField } from '../../shared/ui/date-field';
import { EmptyInstallation } from '../../shared/ui/empty-installation';
import { Message } from '../../shared/ui/message';
import { PageHeading } from '../../shared/ui/page-heading';
import classes from '../../shared/ui/page.module.css';
import { ProblemMessage } from '../../shared/ui/problem-message';
import type { SupportSearch } from './support-search';
import { SupportStrip } from './support-strip';
import { TicketAges } from './ticket-ages';
import { ticketColumns } from './ticket-columns';
import { useSupportOfAll } from './use-support-of-all';

const route = getRouteApi('/support');

const orNothing = (text: string) => (text === '' ? undefined : text);

/** What people ask for help with: how much, how early, and whether what they ask grows with them. */
export function SupportPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const standpoint = useStandpoint();
  const projections = useProjections();
  const support = useSupportOfAll(standpoint, search);
  const { data } = support;
  const change = (part: SupportSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), replace: true, resetScroll: false });
  return (
    <div className={classes.page}>
      <PageHeading title="Support" lead={data === undefined ? 'Tickets, and what they are about.' : leadOf(data)} />
      <div className={classes.tools}>
        <CustomerField standpoint={standpoint} value={search.customer} onChange={(customer) => change({ customer })} />
        <DateField label="Opened from" value={search.from ?? ''} onCommit={(day) => change({ from: orNothing(day) })} />
        <DateField label="Opened before" value={search.to ?? ''} onCommit={(day) => change({ to: orNothing(day) })} />
        {search.customer !== undefined && (
          <p>
            <Link to="/customers/$customerId" params={{ customerId: search.customer }} search={{ tab: 'support' }}>
              The tickets of {search.customer}
            </Link>
          </p>
        )}
      </div>
      {support.isError ? (
        <ProblemMessage error={support.error} onRetry={() => void support.refetch()} />
      ) : (
        <>
          <SupportStrip support={data} />
          {data === undefined ? (
            <Skeleton height="30rem" radius="md" role="status" aria-label="Loading the tickets" />
          ) : data.tickets.value === 0 ? (
            projections.data?.firstOccurredAt === null ? (
              <EmptyInstallation />
            ) : (
              <Message title="No ticket in this period">
                <p>Choose an earlier first day, a later last day, another customer, or a later day at the top.</p>
              </Message>
            )
          ) : (
            <Tickets support={data} busy={support.isPlaceholderData} />
          )}
        </>
      )}
    </div>
  );
}

function Tickets({ support, busy }: { support: Support; busy: boolean }) {
  const columns = ticketColumns(support);
  return (
    <>
      <ChartFrame
        title="Tickets by month"
        description={
          <>
            By the month they were opened in, up to {formatDay(support.asOf)}, cut by the level of the feature they are
            about. Choose a part of a column to see its tickets.{' '}
            {columns.some(({ open }) => open) && (
              <>
                <OpenSwatch /> A month that is not over.
              </>
            )}
          </>
        }
        table={{
          header: [
            'Month',
            'Tickets',
            'Introductory',
            'Advanced',
            'Introductory of classified',
            'Advanced of classified',
          ],
          rows: support.months.map(({ month, tickets, introductory, advanced }) => [
            month.slice(0, 7),
            tickets.value,
            introductory.of.value,
            advanced.of.value,
            formatShare(introductory.value),
            formatShare(advanced.value),
          ]),
        }}
        fileName="tickets-by-month"
      >
        <ColumnChart label="Tickets by month" columns={columns} openNote="month not over yet" />
      </ChartFrame>
      <section className={classes.section} aria-labelledby="ages">
        <h2 id="ages">By the age of the customer</h2>
        <p className="quiet">
          Introductory tickets are expected in the first 90 days. After them they say that people have not come further.
        </p>
        <TicketAges ages={support.ages} busy={busy} />
      </section>
    </>
  );
}

function leadOf({ ages }: Support): string {
  const later = ages.find(({ age }) => age === 'after-90-days')?.introductory;
  return later === undefined || later.value === null
    ? 'Tickets, and what they are about.'
    : `${formatShare(later.value)} of the classified tickets after the first 90 days are still introductory.`;
}
