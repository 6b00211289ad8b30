import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something that can be done from the command palette. */
export interface PageAction {
  title: string;
  run: () => void;
}

let actions: readonly PageAction[] = [];
const listeners = new Set<() => void>();

function replace(next: readonly PageAction[]) {
  actions = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Offers an action in the command palette as long as the page, or the part of it, is there. */
export function usePageAction(title: string, run: () => void): void {
  const newest = useRef(run);
  useEffect(() => {
    newest.current = run;
  });
  useEffect(() => {
    const action = { title, run: () => newest.current() };
    replace([...actions, action]);
    return () => replace(actions.filter((other) => other !== action));
  }, [title]);
}

/** The actions of what is open. */
export function usePageActions(): readonly PageAction[] {
  return useSyncExternalStore(subscribe, () => actions);
}
