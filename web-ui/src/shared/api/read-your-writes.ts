import type { Middleware } from 'openapi-fetch';

/** Long after a write every view has taken it in, and asking for its position would only lengthen addresses. */
const REMEMBERED_MILLISECONDS = 60_000;

/** These reads do not know `minPosition`: they read the log itself, or tell how far the views are. */
const WITHOUT = /^\/api\/v1\/(events|projections|automations|imports|webhooks|commands)\b/;

let written = { position: 0, at: 0 };
const listeners = new Set<(position: number) => void>();

/** Position of the last event that a command of this page has written; 0 before the first. */
export const lastWritten = () => written.position;

/** Calls back when a command of this page was recorded. Gives back what ends it. */
export function onWritten(listener: (position: number) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Remembers how far the log had come when a command of this page was recorded. */
export function noteWritten(position: number, now = Date.now()): void {
  if (position > written.position) {
    written = { position, at: now };
    listeners.forEach((listener) => listener(position));
  }
}

/** The address a read is sent to so that its answer knows what this page has written. */
export function knowingOwnWrites(address: string, now = Date.now()): string {
  const url = new URL(address);
  if (written.position === 0 || now - written.at > REMEMBERED_MILLISECONDS || WITHOUT.test(url.pathname)) {
    return address;
  }
  url.searchParams.set('minPosition', String(written.position));
  return url.toString();
}

/** Every read waits for what this page has written, so that nobody has to remember to ask. */
export const readYourWrites: Middleware = {
  onRequest({ request }) {
    const address = request.method === 'GET' ? knowingOwnWrites(request.url) : request.url;
    return address === request.url ? undefined : new Request(address, request);
  },
};
