import { useEffect, useState } from 'react';
import { countOf } from '../../shared/format/numbers';
import classes from './new-events.module.css';
import { useLive } from './use-live';

/** A figure that changes faster than this cannot be read, and would be read aloud without end. */
const READ_MILLISECONDS = 1_000;

/** A quiet word about events that are not on the page yet, which shows them when chosen. */
export function NewEvents() {
  const { waiting, refresh } = useLive();
  const [shown, setShown] = useState(0);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(waiting), waiting === 0 ? 0 : READ_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [waiting]);
  return shown === 0 || waiting === 0 ? null : (
    <button type="button" className={classes.pill} onClick={refresh}>
      {countOf(shown, 'new event', 'new events')} · Refresh
    </button>
  );
}
