import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CountedEvent } from '../api/types';
import { formatDay, formatInstant } from '../format/dates';
import { wordsOf } from '../format/event-words';
import { countOf, formatCount, NOTHING } from '../format/numbers';
import { useTimeZone } from '../format/use-time-zone';
import { ProblemMessage } from '../ui/problem-message';
import classes from './evidence.module.css';
import { useEventAt } from './use-event-at';

/** The events that say why a thing counts, oldest first. */
export function CountedEvents({ events, more }: { events: readonly CountedEvent[]; more: number }) {
  return (
    <ol className={classes.events}>
      {events.map((event) => (
        <OneEvent key={event.position} event={event} />
      ))}
      {more > 0 && <li className="faded">and {countOf(more, 'event', 'events')} more that say the same</li>}
    </ol>
  );
}

function OneEvent({ event }: { event: CountedEvent }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
        <summary>
          <time dateTime={event.occurredAt}>{formatDay(event.occurredAt.slice(0, 10))}</time>{' '}
          <strong>{wordsOf(event.type)}</strong> <span className="faded">#{formatCount(event.position)}</span>
        </summary>
        {open && <WholeEvent position={event.position} customerId={event.customerId} />}
      </details>
    </li>
  );
}

/** All that the log has stored of an event, and the way on to the history it belongs to. */
export function WholeEvent({ position, customerId }: { position: number; customerId: string | null }) {
  const [zone] = useTimeZone();
  const { data: event, error, refetch } = useEventAt(position, true);
  if (error !== null) {
    return <ProblemMessage error={error} onRetry={() => void refetch()} />;
  }
  if (event === undefined) {
    return <Skeleton height="9rem" role="status" aria-label="Loading the event" />;
  }
  return (
    <div className={classes.whole}>
      <dl>
        <dt>Occurred</dt>
        <dd>{formatInstant(event.time, zone)}</dd>
        <dt>Recorded</dt>
        <dd>{formatInstant(event.recordedat, zone)}</dd>
        <dt>Actor</dt>
        <dd>{event.actor ?? NOTHING}</dd>
        <dt>Stream</dt>
        <dd>
          {event.stream}, version {event.version}
        </dd>
      </dl>
      {/* The box scrolls, so the keyboard has to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="region" aria-label={`Payload of event ${position}`}>
        {JSON.stringify(event.data, null, 2)}
      </pre>
      {customerId !== null && (
        <Link to="/customers/$customerId" params={{ customerId }} search={{ tab: 'audit', type: event.type }}>
          These events in the history of {customerId}
        </Link>
      )}
    </div>
  );
}
