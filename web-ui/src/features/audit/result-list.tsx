import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { HistoryEvent } from '../../shared/api/types';
import { formatInstant } from '../../shared/format/dates';
import { wordsOf } from '../../shared/format/event-words';
import { countOf, formatCount } from '../../shared/format/numbers';
import { useTimeZone } from '../../shared/format/use-time-zone';
import classes from './audit.module.css';

interface Props {
  events: readonly HistoryEvent[];
  /** Position of the event that is open. */
  open: number | undefined;
  busy: boolean;
  onOpen: (position: number) => void;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** The result a key leads to, or undefined when the key is none of ours. */
export function resultAfterKey(key: string, at: number, count: number): number | undefined {
  if (key === 'Home' || key === 'End') {
    return key === 'Home' ? 0 : count - 1;
  }
  const step = STEPS[key];
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, at + step));
}

/** The events found, newest first. Arrows walk through them, and the one they stand on is open at once. */
export function ResultList({ events, open, busy, onOpen }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const at = events.findIndex(({ position }) => position === open);
  // The open one is brought into sight within the list; the page itself stays where it is.
  useEffect(() => {
    const [box, row] = [list.current, document.getElementById(`event-${open}`)];
    if (box !== null && row !== null) {
      const lowest = row.offsetTop + row.offsetHeight - box.clientHeight;
      box.scrollTop = Math.max(lowest, Math.min(row.offsetTop, box.scrollTop));
    }
  }, [open]);

  const followKey = (event: KeyboardEvent) => {
    const next = resultAfterKey(event.key, at, events.length);
    const found = next === undefined ? undefined : events[next];
    if (found !== undefined) {
      event.preventDefault();
      onOpen(found.position);
    }
  };
  return (
    <div
      ref={list}
      className={classes.results}
      role="listbox"
      aria-label="Events"
      aria-busy={busy}
      tabIndex={0}
      aria-activedescendant={at < 0 ? undefined : `event-${open}`}
      onKeyDown={followKey}
    >
      {events.map((event) => (
        <Result key={event.position} event={event} open={event.position === open} onOpen={onOpen} />
      ))}
    </div>
  );
}

function Result({ event, open, onOpen }: { event: HistoryEvent; open: boolean; onOpen: (position: number) => void }) {
  const [zone] = useTimeZone();
  return (
    // The keys are those of the list, which holds the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`event-${event.position}`}
      role="option"
      tabIndex={-1}
      aria-selected={open}
      className={classes.result}
      onClick={() => onOpen(event.position)}
    >
      <span className={classes.name} data-withdrawn={event.withdrawnBy !== null}>
        {wordsOf(event.type)}
      </span>
      <span className={classes.position}>#{formatCount(event.position)}</span>
      <span className={classes.where}>{[event.customerId, event.userId].filter((id) => id !== null).join(' · ')}</span>
      <time dateTime={event.occurredAt}>{formatInstant(event.occurredAt, zone)}</time>
      <span className={classes.marks}>
        {event.recordedDaysLate > 0 && (
          <span className={classes.tag}>recorded {countOf(event.recordedDaysLate, 'day', 'days')} later</span>
        )}
        {event.withdrawnBy !== null && <span className={classes.tag}>taken back</span>}
      </span>
    </div>
  );
}
