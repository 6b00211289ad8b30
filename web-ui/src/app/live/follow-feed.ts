import { feedReader, type Progress } from './feed-lines';

const FIRST_PAUSE = 3_000;
const LONGEST_PAUSE = 60_000;

const pauseFor = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = window.setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      window.clearTimeout(timer);
      resolve();
    });
  });

/**
 * Follows the log from a position on until it is told to stop, and begins again where it was when the connection ends.
 * Not an EventSource, as that must be told every type of event by name.
 */
export async function followFeed(start: number, onProgress: (progress: Progress) => void, signal: AbortSignal) {
  let position = start;
  let pause = FIRST_PAUSE;
  while (!signal.aborted) {
    try {
      const response = await fetch(`/api/v1/events?after=${position}`, {
        headers: { Accept: 'text/event-stream' },
        signal,
      });
      if (response.status === 410) {
        return; // The log is another one, or was restored from a backup; a reload begins anew.
      }
      if (response.ok && response.headers.get('Content-Type')?.startsWith('text/event-stream') === true) {
        const body = response.body?.pipeThrough(new TextDecoderStream()).getReader();
        const read = feedReader(position);
        for (let piece = await body?.read(); piece?.done === false; piece = await body?.read()) {
          const progress = read(piece.value);
          position = progress.position;
          pause = FIRST_PAUSE;
          onProgress(progress);
        }
      }
    } catch {
      // Out of reach, or told to stop; either way the loop knows what to do.
    }
    await pauseFor(pause, signal);
    pause = Math.min(LONGEST_PAUSE, pause * 2);
  }
}
