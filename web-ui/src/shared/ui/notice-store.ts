export interface Notice {
  id: number;
  text: string;
  /** Takes back what was done, where a command can. */
  undo?: (() => void) | undefined;
}

const SHOWN_MILLISECONDS = 10_000;

let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function replace(next: readonly Notice[]) {
  notices = next;
  listeners.forEach((listener) => listener());
}

export const currentNotices = () => notices;

export function subscribeToNotices(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function dismissNotice(id: number): void {
  replace(notices.filter((notice) => notice.id !== id));
}

/** Says in passing that something was done, with a way back where there is one. */
export function notify(text: string, undo?: () => void): void {
  lastId += 1;
  const id = lastId;
  replace([...notices.slice(-2), { id, text, undo }]);
  window.setTimeout(() => dismissNotice(id), SHOWN_MILLISECONDS);
}
