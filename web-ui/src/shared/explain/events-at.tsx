import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../format/dates';
import { wordsOf } from '../format/event-words';
import { countOf, formatCount } from '../format/numbers';
import { WholeEvent } from './counted-events';
import classes from './evidence.module.css';
import { useEventAt } from './use-event-at';

const SHOWN_AT_FIRST = 10;

/** Events that an answer names by their positions, in its order. */
export function EventsAt({ positions, all = positions.length }: { positions: readonly number[]; all?: number }) {
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const more = all - Math.min(shown, positions.length);
  return (
    <ol className={classes.events}>
      {positions.slice(0, shown).map((position) => (
        <EventAt key={position} position={position} />
      ))}
      {more > 0 && (
        <li className="faded">
          {shown < positions.length ? (
            <button type="button" onClick={() => setShown(positions.length)}>
              Show {countOf(positions.length - shown, 'more event', 'more events')}
            </button>
          ) : (
            <>and {countOf(more, 'older event', 'older events')}</>
          )}
        </li>
      )}
    </ol>
  );
}

function EventAt({ position }: { position: number }) {
  const [open, setOpen] = useState(false);
  const { data: event, isError } = useEventAt(position, true);
  return (
    <li>
      <details onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
        <summary>
          {event === undefined ? (
            isError ? (
              <>Event </>
            ) : (
              <Skeleton component="span" display="inline-block" height="0.875rem" width="14rem" />
            )
          ) : (
            <>
              <time dateTime={event.time}>{formatDay(event.time.slice(0, 10))}</time>{' '}
              <strong>{wordsOf(event.type)}</strong>
            </>
          )}{' '}
          <span className="faded">#{formatCount(position)}</span>
        </summary>
        {open && <WholeEvent position={position} customerId={null} />}
      </details>
    </li>
  );
}
