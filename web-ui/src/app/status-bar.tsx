import { usePageModel } from '../shared/api/page-model';
import type { ProjectionStatus } from '../shared/api/types';
import { useProjections } from '../shared/api/use-projections';
import { countOf, formatCount } from '../shared/format/numbers';
import { DayControl } from './day-control';
import { KnownControl } from './known-control';
import { NewEvents } from './live/new-events';
import classes from './status-bar.module.css';

/** Says which day the figures stand for, what was known, by which model, and how far the log has been read. */
export function StatusBar() {
  const projections = useProjections();
  const model = usePageModel();
  return (
    <section className={classes.bar} aria-label="Day and position">
      <div className={classes.day}>
        <DayControl />
        <KnownControl />
      </div>
      <NewEvents />
      <p className={classes.position}>
        {model !== undefined && <>model {model} · </>}
        {projections.data !== undefined && <Position status={projections.data} />}
        {projections.isError && 'Position unknown: the server does not answer.'}
      </p>
    </section>
  );
}

function Position({ status }: { status: ProjectionStatus }) {
  const readers = status.projections;
  const position = readers.length === 0 ? status.logPosition : Math.min(...readers.map((reader) => reader.position));
  const behind = Math.max(0, ...readers.map((reader) => reader.lagEvents));
  const parked = readers.reduce((sum, reader) => sum + reader.parkedEvents, 0);
  const stale = readers.reduce((sum, reader) => sum + reader.staleCustomers, 0);
  return (
    <>
      up to event #{formatCount(position)}, {formatCount(behind)} behind
      {parked > 0 && <strong> · {countOf(parked, 'event', 'events')} parked</strong>}
      {stale > 0 && <strong> · {countOf(stale, 'customer', 'customers')} being brought up to date</strong>}
    </>
  );
}
