import { daysLate } from '../../shared/format/dates';
import type { HistoryEvent } from '../../shared/api/types';
import { words } from '../../shared/format/field-words';

const MOST_FACTS = 4;

/**
 * The first plain facts of a payload on one line. Ids and moments are left to the full view, and so is the day of the
 * event, which stands beside it already.
 */
export function factsOf(payload: Readonly<Record<string, unknown>>, day: string): string {
  return Object.entries(payload)
    .filter(
      ([field, value]) =>
        !/(Id|At)$/.test(field) && value !== day && ['string', 'number', 'boolean'].includes(typeof value),
    )
    .slice(0, MOST_FACTS)
    .map(([field, value]) => `${words(field)} ${String(value)}`)
    .join(' · ');
}

/** Whether an event came in from files. Its late recording is expected and said once for all. */
export function isImported(event: Pick<HistoryEvent, 'actor'>): boolean {
  return event.actor?.startsWith('import:') === true;
}

/** Days between event and record when they are worth a remark on the entry itself, else null. */
export function remarkableDelay(event: Pick<HistoryEvent, 'actor' | 'occurredAt' | 'recordedAt'>): number | null {
  const days = daysLate(event.occurredAt, event.recordedAt);
  return days >= 1 && !isImported(event) ? days : null;
}
