import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { lastWritten, onWritten } from '../../shared/api/read-your-writes';
import { useProjections } from '../../shared/api/use-projections';
import type { Progress } from './feed-lines';
import { followFeed } from './follow-feed';
import { isHandAtWork, watchHand } from './hand';

/** Views take a moment to follow the log, and a flood of events is one refresh. */
const SETTLE_MILLISECONDS = 2_000;

/**
 * How many events came in that the page does not show yet, and what shows them. The page is asked again by itself while
 * nobody is at work on it; else the events wait until the reader says so.
 */
export function useLive(): { waiting: number; refresh: () => void } {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState(0);
  const reached = useRef(0);
  const note = useCallback(({ events, position }: Progress) => {
    reached.current = position;
    // What the page has written itself is on it already.
    if (position > lastWritten()) {
      setWaiting((count) => count + events);
    }
  }, []);
  const refresh = useCallback(() => {
    setWaiting(0);
    void client.invalidateQueries();
  }, [client]);

  useFeed(note);
  useEffect(() => watchHand(), []);
  useEffect(() => onWritten((position) => reached.current <= position && setWaiting(0)), []);

  const someWait = waiting > 0;
  useEffect(() => {
    if (!someWait) {
      return undefined;
    }
    const timer = window.setInterval(() => {
      if (!isHandAtWork()) {
        refresh();
      }
    }, SETTLE_MILLISECONDS);
    return () => window.clearInterval(timer);
  }, [someWait, refresh]);

  return { waiting, refresh };
}

/** Tells how many events came in since the page was opened. A page nobody looks at keeps no stream and catches up later. */
function useFeed(onProgress: (progress: Progress) => void) {
  const { data } = useProjections();
  const [start, setStart] = useState<number>();
  if (start === undefined && data !== undefined) {
    setStart(data.logPosition);
  }

  useEffect(() => {
    if (start === undefined) {
      return undefined;
    }
    let position = start;
    let following = new AbortController();
    const begin = () => {
      following.abort();
      following = new AbortController();
      if (document.visibilityState === 'visible') {
        void followFeed(
          position,
          (progress) => {
            position = progress.position;
            if (progress.events > 0) {
              onProgress(progress);
            }
          },
          following.signal,
        );
      }
    };
    begin();
    document.addEventListener('visibilitychange', begin);
    return () => {
      document.removeEventListener('visibilitychange', begin);
      following.abort();
    };
  }, [start, onProgress]);
}
