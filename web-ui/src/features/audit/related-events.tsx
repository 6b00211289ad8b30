import type { LogEntry, RelatedEvent } from '../../shared/api/types';
import { formatInstant } from '../../shared/format/dates';
import { wordsOf } from '../../shared/format/event-words';
import { formatCount } from '../../shared/format/numbers';
import { useTimeZone } from '../../shared/format/use-time-zone';
import { EventLink } from './event-link';
import classes from './event-pane.module.css';
import { Part } from './part';

/** What has the same correlation: what led here, what the same command wrote, and what followed. */
export function RelatedEvents({ related }: { related: LogEntry['related'] }) {
  const groups: [string, RelatedEvent[]][] = [
    ['Led to it', related.causes],
    ['By the same command', related.sameCommand],
    ['Followed from it', related.effects],
  ];
  const some = groups.filter(([, events]) => events.length > 0);
  return (
    <Part title="Causes and effects">
      {some.length === 0 && <p className="quiet">Nothing else has its correlation.</p>}
      {some.map(([title, events]) => (
        <div key={title}>
          <h4 className={classes.group}>{title}</h4>
          <ul className={classes.related}>
            {events.map((event) => (
              <Related key={event.position} event={event} />
            ))}
          </ul>
        </div>
      ))}
      <p className="faded">
        Looked for between #{formatCount(related.from)} and #{formatCount(related.to)}.
      </p>
    </Part>
  );
}

function Related({ event }: { event: RelatedEvent }) {
  const [zone] = useTimeZone();
  return (
    <li>
      <EventLink position={event.position} /> {wordsOf(event.type)}{' '}
      <time dateTime={event.occurredAt} className="quiet">
        {formatInstant(event.occurredAt, zone)}
      </time>
    </li>
  );
}
