import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useProjections } from '../../shared/api/use-projections';
import { useStandpoint } from '../../shared/api/use-standpoint';
import { countOf, formatCount } from '../../shared/format/numbers';
import { EmptyInstallation } from '../../shared/ui/empty-installation';
import { LoadMore } from '../../shared/ui/load-more';
import { Message } from '../../shared/ui/message';
import { PageHeading } from '../../shared/ui/page-heading';
import { ProblemMessage } from '../../shared/ui/problem-message';
import classes from './audit.module.css';
import type { AuditFilters, AuditSearch } from './audit-search';
import { EventPane } from './event-pane';
import { ExportButtons } from './export-buttons';
import { QueryBar } from './query-bar';
import { ResultList } from './result-list';
import { useLog } from './use-log';

const route = getRouteApi('/audit');

/** The log itself: what was recorded, found by whatever is known of it, and each event with all that belongs to it. */
export function AuditPage() {
  const { event, ...filters } = filtersOf(route.useSearch());
  const navigate = route.useNavigate();
  const standpoint = useStandpoint();
  const logIsEmpty = useProjections().data?.logPosition === 0;
  const log = useLog(standpoint, filters);
  const pages = log.data?.pages;
  const events = pages?.flatMap((page) => page.events) ?? [];
  const open = event === undefined ? events[0]?.position : Number(event);
  const searchedTo = pages?.at(-1)?.searchedTo ?? 1;

  const change = (search: AuditSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...search }), replace: true, resetScroll: false });

  if (logIsEmpty) {
    return (
      <>
        <PageHeading title="Audit" />
        <EmptyInstallation />
      </>
    );
  }
  return (
    <div className={classes.page}>
      <PageHeading title="Audit" lead="Everything that was ever recorded, as it stands in the log." />
      <QueryBar filters={filters} onChange={(changed: AuditFilters) => change({ ...changed, event: undefined })} />
      <div className={classes.columns}>
        <section className={classes.found} aria-label="Results">
          <div className={classes.head}>
            <p role="status">
              {pages !== undefined &&
                `${countOf(events.length, 'event', 'events')}${log.hasNextPage ? ' so far' : ''}, newest first`}
            </p>
            <ExportButtons standpoint={standpoint} filters={filters} />
          </div>
          {log.isError && pages === undefined ? (
            <ProblemMessage error={log.error} onRetry={() => void log.refetch()} />
          ) : pages === undefined ? (
            <Skeleton height="40rem" radius="md" role="status" aria-label="Loading the events" />
          ) : events.length > 0 ? (
            <ResultList
              events={events}
              open={open}
              busy={log.isPlaceholderData}
              onOpen={(position) => change({ event: String(position) })}
            />
          ) : log.isFetchingNextPage ? (
            <Message title="Searching further back …" />
          ) : (
            <Message title={log.hasNextPage ? 'None so far' : 'No such event'}>
              <p>
                {log.hasNextPage
                  ? 'A page looks at a bounded stretch of the log. Search on, or name a customer or a user to reach much further at once.'
                  : 'Nothing in the log matches. Clear a field, or choose a later day at the top.'}
              </p>
            </Message>
          )}
          {log.hasNextPage && <p className="faded">Searched down to event #{formatCount(searchedTo)}.</p>}
          <LoadMore query={log}>Search on</LoadMore>
        </section>
        <div className={classes.open}>
          {open === undefined ? (
            pages !== undefined && <p className="quiet">Choose an event to see all of it.</p>
          ) : (
            <EventPane position={open} />
          )}
        </div>
      </div>
    </div>
  );
}

/** The search of this page alone, without the standpoint and what is explained. */
function filtersOf({ type, actor, customer, user, correlation, text, from, to, event }: AuditSearch): AuditSearch {
  return { type, actor, customer, user, correlation, text, from, to, event };
}
