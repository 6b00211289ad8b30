import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { HistoryEvent, LogEntry } from '../../shared/api/types';
import { formatInstant } from '../../shared/format/dates';
import { wordsOf } from '../../shared/format/event-words';
import { countOf, formatCount, NOTHING } from '../../shared/format/numbers';
import { useTimeZone } from '../../shared/format/use-time-zone';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { EventLink } from './event-link';
import { EventProof } from './event-proof';
import classes from './event-pane.module.css';
import { Part } from './part';
import { RelatedEvents } from './related-events';
import { StateHere } from './state-here';
import { useLogEntry } from './use-log-entry';

/** Everything about one event: what it says, when, by whom and why, what it changed, and what vouches for it. */
export function EventPane({ position }: { position: number }) {
  const entry = useLogEntry(position);
  if (entry.isError) {
    return <ProblemMessage error={entry.error} onRetry={() => void entry.refetch()} />;
  }
  if (entry.data === undefined) {
    return <Skeleton height="40rem" radius="md" role="status" aria-label="Loading the event" />;
  }
  return <WholeEvent entry={entry.data} busy={entry.isPlaceholderData} />;
}

function WholeEvent({ entry, busy }: { entry: LogEntry; busy: boolean }) {
  const { event } = entry;
  return (
    <article className={classes.pane} aria-labelledby="event-title" aria-busy={busy}>
      <header>
        <h2 id="event-title">{wordsOf(event.type)}</h2>
        <p className="quiet">
          Event #{formatCount(event.position)}
          {event.customerId !== null && (
            <>
              {' of '}
              <Link to="/customers/$customerId" params={{ customerId: event.customerId }} search={{ tab: 'audit' }}>
                {event.customerId}
              </Link>
            </>
          )}
        </p>
        {event.withdrawnBy !== null && (
          <p className={classes.remark}>
            Taken back or replaced by <EventLink position={event.withdrawnBy} />.
          </p>
        )}
        {event.withdraws !== null && (
          <p className={classes.remark}>
            Takes back or replaces <EventLink position={event.withdraws} />.
          </p>
        )}
      </header>
      <StateHere entry={entry} />
      <Part title="Payload">
        <Json label="Payload" value={event.payload} />
      </Part>
      <Part title="When, who and why">
        <EventFacts event={event} />
        {Object.keys(entry.metadata).length > 0 && <Json label="Metadata" value={entry.metadata} />}
      </Part>
      <RelatedEvents related={entry.related} />
      <EventProof entry={entry} />
    </article>
  );
}

function EventFacts({ event }: { event: HistoryEvent }) {
  const [zone] = useTimeZone();
  const late = event.recordedDaysLate > 0 && ` (${countOf(event.recordedDaysLate, 'day', 'days')} later)`;
  const facts: [string, ReactNode][] = [
    ['Occurred', formatInstant(event.occurredAt, zone)],
    [
      'Recorded',
      <>
        {formatInstant(event.recordedAt, zone)}
        {late}
      </>,
    ],
    [
      'Actor',
      event.actor === null ? (
        NOTHING
      ) : (
        <Link key="actor" to="/audit" search={(now) => ({ ...now, actor: event.actor ?? undefined })}>
          {event.actor}
        </Link>
      ),
    ],
    ['Type', `${event.type}, revision ${event.revision}`],
    ['Stream', `${event.stream}, version ${event.version}`],
    ['Event id', event.eventId],
    [
      'Correlation',
      event.correlationId === null ? (
        NOTHING
      ) : (
        <Link
          key="correlation"
          to="/audit"
          search={{ correlation: event.correlationId, event: String(event.position) }}
        >
          {event.correlationId}
        </Link>
      ),
    ],
    ['Command', event.causationId ?? NOTHING],
    ['Command key', event.commandKey ?? NOTHING],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([term, value]) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Json({ label, value }: { label: string; value: unknown }) {
  return (
    // The box scrolls, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={classes.json} tabIndex={0} role="region" aria-label={label}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
