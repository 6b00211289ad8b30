import { daysBetween } from '../format/days';
import { TODAY } from './as-of-search';

/** Beyond this many days without an event the log counts as a closed period, looked at from its last day. */
const QUIET_DAYS = 7;

export interface AsOf {
  /** The day all figures of the page stand for. */
  day: string;
  /** Who chose it: the reader, the end of the log, or the calendar. */
  chosenBy: 'reader' | 'end-of-log' | 'calendar';
  today: string;
}

/**
 * Chooses the day of the pages. Without a choice in the address that is today, unless the log fell silent more than
 * seven days ago (an import of old data): figures of today would then only say that nothing happened.
 */
export function chooseAsOf(inAddress: string | undefined, lastOccurredAt: string | null, today: string): AsOf {
  if (inAddress !== undefined) {
    return { day: inAddress === TODAY ? today : inAddress, chosenBy: 'reader', today };
  }
  const lastDay = lastOccurredAt?.slice(0, 10);
  if (lastDay !== undefined && daysBetween(lastDay, today) > QUIET_DAYS) {
    return { day: lastDay, chosenBy: 'end-of-log', today };
  }
  return { day: today, chosenBy: 'calendar', today };
}
