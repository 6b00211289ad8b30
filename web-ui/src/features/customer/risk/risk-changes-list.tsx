import { useState } from 'react';
import { EventsAt } from '../../../shared/explain/events-at';
import { formatDay } from '../../../shared/format/dates';
import { countOf, formatShare } from '../../../shared/format/numbers';
import type { RiskChange, RiskChanges } from '../../../shared/risk/answers';
import { formatChange, formatPoints, formatValue, signalName } from '../../../shared/risk/risk-words';
import { Message } from '../../../shared/ui/message';
import classes from './risk-changes.module.css';

/** What changed between two days, the greatest change first, each with the events behind it. */
export function RiskChangesList({ found }: { found: RiskChanges }) {
  const { from, to, healthFrom, healthTo, change, changes } = found;
  if (healthFrom === null || healthTo === null) {
    return (
      <Message title="Nothing to compare">
        <p>
          On {formatDay(healthFrom === null ? from : to)} there was no health: no signal had data, or it was no
          customer. Pick another day.
        </p>
      </Message>
    );
  }
  const most = Math.max(1, ...changes.map((one) => Math.abs(one.change)));
  return (
    <>
      <p>
        Health went from <strong>{formatPoints(healthFrom)}</strong> to <strong>{formatPoints(healthTo)}</strong> (
        {formatChange(change)}), the probability of loss from {formatShare(found.riskFrom)} to{' '}
        {formatShare(found.riskTo)}.
      </p>
      {changes.length === 0 ? (
        <p className="quiet">No part of it changed.</p>
      ) : (
        <ul className={classes.changes} aria-label="What changed">
          {changes.map((one) => (
            <OneChange key={one.signal} change={one} most={most} />
          ))}
        </ul>
      )}
      <p className="faded">{found.note}</p>
    </>
  );
}

function OneChange({ change, most }: { change: RiskChange; most: number }) {
  const [open, setOpen] = useState(false);
  const share = `${(50 * Math.abs(change.change)) / most}%`;
  return (
    <li>
      <div className={classes.row}>
        <strong className={classes.change}>{formatChange(change.change)}</strong>
        <span className={classes.bar} aria-hidden="true">
          <span
            data-down={change.change < 0}
            style={change.change < 0 ? { right: '50%', width: share } : { left: '50%', width: share }}
          />
        </span>
        <span className={classes.name}>
          <strong>{signalName(change.signal)}</strong>
          <span className="quiet">{change.words}</span>
        </span>
        <span className={classes.values}>
          {formatValue(change.valueFrom, change.unit)} → {formatValue(change.valueTo, change.unit)}
        </span>
      </div>
      {change.eventCount === 0 ? (
        <p className="faded">No event between the days: what it looks back over moved on, or it grew older.</p>
      ) : (
        <details onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
          <summary>{countOf(change.eventCount, 'event', 'events')} between the days</summary>
          {open && <EventsAt positions={change.events} all={change.eventCount} />}
        </details>
      )}
    </li>
  );
}
