import type { FailedOrders, ParkedEvents } from '../../shared/api/types';
import { formatInstant } from '../../shared/format/dates';
import { formatCount } from '../../shared/format/numbers';
import { useTimeZone } from '../../shared/format/use-time-zone';
import classes from './operations.module.css';

interface Props {
  failed: FailedOrders['orders'];
  parked: ParkedEvents['events'];
}

/** What of the automations waits for somebody to look: orders that were refused, and events that cannot be taken in. */
export function Stopped({ failed, parked }: Props) {
  const [zone] = useTimeZone();
  return (
    <ul className={classes.list}>
      {failed.map(({ command, subject, dueAt, reason }) => (
        <li key={`${command} ${subject} ${dueAt}`}>
          <p>
            <strong>{command}</strong> for {subject}, due {formatInstant(dueAt, zone)}
          </p>
          <p className={classes.error}>{reason}</p>
        </li>
      ))}
      {parked.map(({ position, customerId, error }) => (
        <li key={position}>
          <p>
            <strong>Event #{formatCount(position)}</strong> {customerId}
          </p>
          <p className={classes.error}>{error}</p>
        </li>
      ))}
    </ul>
  );
}
