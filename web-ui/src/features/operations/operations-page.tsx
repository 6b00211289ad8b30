import { Skeleton } from '@mantine/core';
import { useProjections } from '../../shared/api/use-projections';
import { countOf, formatCount } from '../../shared/format/numbers';
import { Message } from '../../shared/ui/message';
import { PageHeading } from '../../shared/ui/page-heading';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { Automations } from './automations';
import classes from './operations.module.css';
import { ParkedEvents } from './parked-events';
import { ViewTable } from './view-table';

/** Whether everything keeps up with the log, what stands still, and what to do about it. */
export function OperationsPage() {
  const projections = useProjections();
  const { data } = projections;
  const stopped = data?.projections.filter(({ parkedEvents }) => parkedEvents > 0) ?? [];
  const behind = data?.projections.filter(({ lagEvents }) => lagEvents > 0).length ?? 0;
  return (
    <div className={classes.page}>
      <PageHeading
        title="Operations"
        lead={
          data === undefined
            ? 'Views, parked events and automations.'
            : `The log has ${countOf(data.logPosition, 'event', 'events')}; ` +
              (behind === 0 ? 'every view has read all of it.' : `${formatCount(behind)} of the views are catching up.`)
        }
      />
      {projections.isError && data === undefined ? (
        <ProblemMessage error={projections.error} onRetry={() => void projections.refetch()} />
      ) : data === undefined ? (
        <Skeleton height="24rem" radius="md" role="status" aria-label="Loading the views" />
      ) : data.projections.length === 0 ? (
        <Message title="No view is running">
          <p>The server runs without views. Look into its log.</p>
        </Message>
      ) : (
        <section className={classes.section} aria-labelledby="views">
          <h2 id="views">Views</h2>
          <ViewTable views={data.projections} />
        </section>
      )}
      {data !== undefined && (
        <section className={classes.section} aria-labelledby="parked">
          <h2 id="parked">Parked events</h2>
          {stopped.length === 0 ? (
            <p>None. An event that a view cannot take in would be shown here, with its error.</p>
          ) : (
            stopped.map((view) => <ParkedEvents key={view.name} view={view} />)
          )}
        </section>
      )}
      <Automations />
    </div>
  );
}
