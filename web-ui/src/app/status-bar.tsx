import { useNavigate } from '@tanstack/react-router';
import { SegmentedControl } from '@mantine/core';
import { useAsOf } from '../shared/api/use-as-of';
import { useProjections } from '../shared/api/use-projections';
import type { ProjectionStatus } from '../shared/api/types';
import { formatDay } from '../shared/format/dates';
import { todayInUtc } from '../shared/format/days';
import { countOf, formatCount } from '../shared/format/numbers';
import { useTimeZone } from '../shared/format/use-time-zone';
import { DateField } from '../shared/ui/date-field';
import { TODAY } from '../shared/url/as-of-search';
import classes from './status-bar.module.css';

/** Says which day the figures stand for, how far they have been read, and which zone moments are told in. */
export function StatusBar() {
  const asOf = useAsOf();
  const projections = useProjections();
  const navigate = useNavigate();
  const [zone, setZone] = useTimeZone();
  const choose = (day: string | undefined) =>
    void navigate({ to: '.', search: (previous: object) => ({ ...previous, asOf: day }) });

  return (
    <section className={classes.bar} aria-label="Day and position">
      <div className={classes.day}>
        <DateField
          label="As of"
          inline
          value={asOf?.day ?? ''}
          max={todayInUtc()}
          onCommit={(day) => choose(day === '' ? undefined : day)}
        />
        {asOf?.chosenBy === 'end-of-log' && (
          <p className={classes.notice}>
            as of {formatDay(asOf.day)}, the last day in the log
            <button type="button" onClick={() => choose(TODAY)}>
              Show today
            </button>
          </p>
        )}
        {asOf?.chosenBy === 'reader' && (
          <button type="button" className={classes.reset} onClick={() => choose(undefined)}>
            Back to the latest day
          </button>
        )}
      </div>
      <p className={classes.position} aria-live="polite">
        {projections.data !== undefined && <Position status={projections.data} />}
        {projections.isError && 'Position unknown: the server does not answer.'}
      </p>
      <SegmentedControl
        size="xs"
        aria-label="Zone of times"
        className={classes.zone}
        value={zone}
        onChange={(value) => setZone(value === 'local' ? 'local' : 'utc')}
        data={[
          { value: 'utc', label: 'UTC' },
          { value: 'local', label: 'Local' },
        ]}
      />
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
