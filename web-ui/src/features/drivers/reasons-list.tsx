import { useState } from 'react';
import { EventsAt } from '../../shared/explain/events-at';
import { countOf, formatCount } from '../../shared/format/numbers';
import type { Reason } from '../../shared/risk/evaluation-answers';
import { Message } from '../../shared/ui/message';
import classes from './drivers-page.module.css';

/** The reasons that were coded at a loss or in an exit interview, each with the events that say so. */
export function ReasonsList({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) {
    return (
      <Message title="No reasons yet">
        <p>Nobody gave a reason for leaving up to this day: a loss carries one, and so does an exit interview.</p>
      </Message>
    );
  }
  const most = Math.max(...reasons.map(({ churned, interviewed }) => churned + interviewed));
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason) => (
        <OneReason key={reason.code} reason={reason} most={most} />
      ))}
    </ul>
  );
}

function OneReason({ reason, most }: { reason: Reason; most: number }) {
  const [open, setOpen] = useState(false);
  const { code, churned, interviewed, positions } = reason;
  const words = code.replaceAll(/[-_.]+/g, ' ');
  return (
    <li>
      <div>
        <strong>{words.charAt(0).toUpperCase() + words.slice(1)}</strong>
        <span className="quiet">
          {countOf(churned, 'loss', 'losses')}, {countOf(interviewed, 'exit interview', 'exit interviews')}
        </span>
      </div>
      <div className={classes.bar} aria-hidden="true">
        <span style={{ width: `${(100 * churned) / most}%` }} />
        <span style={{ width: `${(100 * interviewed) / most}%` }} data-of="interviews" />
      </div>
      <details onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
        <summary>Events that say so{positions.length < 50 ? ` (${formatCount(positions.length)})` : ''}</summary>
        {open && <EventsAt positions={positions} />}
      </details>
    </li>
  );
}
