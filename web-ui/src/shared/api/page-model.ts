import { useEffect, useSyncExternalStore } from 'react';

let shown: string | undefined;
const listeners = new Set<() => void>();

function show(version: string | undefined) {
  shown = version;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** A page says which version of a model its figures are from; the status bar repeats it while the page is open. */
export function useSayModel(version: string | undefined): void {
  useEffect(() => {
    show(version);
    return () => show(undefined);
  }, [version]);
}

/** The version of the model of the page that is open, if it named one. */
export function usePageModel(): string | undefined {
  return useSyncExternalStore(subscribe, () => shown);
}
