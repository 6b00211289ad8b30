import type { LogEntry } from '../../shared/api/types';
import { countOf, formatCount } from '../../shared/format/numbers';
import classes from './event-pane.module.css';
import { Part } from './part';

const NO_BATCH_BEFORE = /^0+$/;

/** The hashes that vouch for the event, and how to check them: this page shows them, it does not check them. */
export function EventProof({ entry: { batch, leaf, event } }: { entry: LogEntry }) {
  return (
    <Part title="What vouches for it">
      <dl className={classes.facts}>
        <dt>Hash of the event</dt>
        <dd>
          <code>{leaf}</code>
        </dd>
        <dt>Hash of its batch</dt>
        <dd>
          <code>{batch.hash}</code>
          <span className="quiet">
            {' '}
            #{formatCount(batch.firstPosition)} to #{formatCount(batch.lastPosition)},{' '}
            {countOf(batch.lastPosition - batch.firstPosition + 1, 'event', 'events')}
          </span>
        </dd>
        <dt>Batch before</dt>
        <dd>
          {NO_BATCH_BEFORE.test(batch.previousHash) ? 'none: this is the first' : <code>{batch.previousHash}</code>}
        </dd>
      </dl>
      <p>
        Each batch hash follows from the one before and from the hashes of its events, so a change to event #
        {formatCount(event.position)} would show in every batch after it. To check the whole log against its signed
        checkpoints:
      </p>
      <pre className={classes.json}>
        <code>./tenure verify-log</code>
      </pre>
      <p className="quiet">
        To check it elsewhere, without Tenure, take <code>./tenure export-log FILE</code> along with a saved checkpoint;{' '}
        <code>docs/log-format.md</code> says how the hashes are made.
      </p>
    </Part>
  );
}
