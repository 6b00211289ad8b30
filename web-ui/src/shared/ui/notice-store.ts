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

/** Takes back what was done last, if it can still be taken back; false when there is nothing. */
export function undoLast(): boolean {
  const last = notices.findLast(({ undo }) => undo !== undefined);
  if (last === undefined) {
    return false;
  }
  dismissNotice(last.id);
  last.undo?.();
  return true;
}

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Whether a key asks to take back what was done. In a field that is typed in it takes back the typing, as ever. */
export function asksForUndo({ key, ctrlKey, metaKey, shiftKey, altKey }: Key, inField: boolean): boolean {
  return !inField && key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey;
}

/** Says in passing that something was done, with a way back where there is one. */
export function notify(text: string, undo?: () => void): void {
  lastId += 1;
  const id = lastId;
  replace([...notices.slice(-2), { id, text, undo }]);
  window.setTimeout(() => dismissNotice(id), SHOWN_MILLISECONDS);
}
