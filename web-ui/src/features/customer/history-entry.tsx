import type { HistoryEvent } from '../../shared/api/types';
import { formatDay, formatInstant } from '../../shared/format/dates';
import { countOf, formatCount } from '../../shared/format/numbers';
import { useTimeZone } from '../../shared/format/use-time-zone';
import { factsOf, remarkableDelay } from './describe-event';
import { wordsOf } from '../../shared/format/event-words';
import classes from './history.module.css';

/** One event: a line to scan, and everything stored with it when opened. */
export function HistoryEntry({ event }: { event: HistoryEvent }) {
  const [zone] = useTimeZone();
  const delay = remarkableDelay(event);
  const details: [string, string | null][] = [
    ['Occurred', formatInstant(event.occurredAt, zone)],
    ['Recorded', formatInstant(event.recordedAt, zone)],
    ['Type', `${event.type}, revision ${event.revision}`],
    ['Stream', `${event.stream}, version ${event.version}`],
    ['Position', `#${formatCount(event.position)}`],
    ['Event id', event.eventId],
    ['Actor', event.actor],
    ['Correlation', event.correlationId],
    ['Caused by', event.causationId],
    ['Command key', event.commandKey],
  ];
  return (
    <li>
      <details className={classes.entry}>
        <summary>
          <time dateTime={event.occurredAt} className={classes.day}>
            {formatDay(event.occurredAt.slice(0, 10))}
          </time>
          <span className={classes.name}>{wordsOf(event.type)}</span>
          <span className={classes.facts}>{factsOf(event.payload, event.occurredAt.slice(0, 10))}</span>
          {delay !== null && <span className={classes.late}>recorded {countOf(delay, 'day', 'days')} later</span>}
        </summary>
        <div className={classes.full}>
          <dl>
            {details.map(
              ([term, value]) =>
                value !== null && (
                  <div key={term}>
                    <dt>{term}</dt>
                    <dd>{value}</dd>
                  </div>
                ),
            )}
          </dl>
          {/* The box scrolls, so the keyboard has to reach it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre tabIndex={0} role="region" aria-label="Payload">
            {JSON.stringify(event.payload, null, 2)}
          </pre>
        </div>
      </details>
    </li>
  );
}
