import { useSyncExternalStore } from 'react';
import type { PortfolioView } from './built-in-views';
import { parsePortfolioSearch, type PortfolioSearch } from './portfolio-search';

const KEY = 'tenure-portfolio-views';

const listeners = new Set<() => void>();
let known: { text: string | null; views: readonly PortfolioView[] } = { text: null, views: [] };

/** What a text of the store stands for; what cannot be read is left out. */
export function readViews(text: string | null): readonly PortfolioView[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(stored)
      ? stored.flatMap((entry: unknown): PortfolioView[] => {
          const { name, search } = (entry ?? {}) as { name?: unknown; search?: unknown };
          return typeof name === 'string' && typeof search === 'object' && search !== null
            ? [{ name, search: searchOfView(search as PortfolioSearch) }]
            : [];
        })
      : [];
  } catch {
    return [];
  }
}

/** Filters, order and columns without the name of the view they belong to. */
export function searchOfView(search: PortfolioSearch): PortfolioSearch {
  return parsePortfolioSearch({ ...search, view: undefined });
}

/** The search in an order of its own, so that equal ones are equal texts. */
const textOf = (search: PortfolioSearch) =>
  JSON.stringify(Object.entries(searchOfView(search)).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** Whether two ways of looking are the same, in whatever order they were said. */
export function isSameView(one: PortfolioSearch, other: PortfolioSearch): boolean {
  return textOf(one) === textOf(other);
}

function current(): readonly PortfolioView[] {
  const text = window.localStorage.getItem(KEY);
  if (text !== known.text) {
    known = { text, views: readViews(text) };
  }
  return known.views;
}

function replace(views: readonly PortfolioView[]) {
  window.localStorage.setItem(KEY, JSON.stringify(views));
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  // Another window of the same browser may have saved one.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Keeps a view in this browser; one of the same name is replaced. */
export function saveView(view: PortfolioView): void {
  const others = current();
  const at = others.findIndex(({ name }) => name === view.name);
  replace(at === -1 ? [...others, view] : others.with(at, view));
}

export function removeView(name: string): void {
  replace(current().filter((view) => view.name !== name));
}

/** The views that were saved in this browser. */
export function useSavedViews(): readonly PortfolioView[] {
  return useSyncExternalStore(subscribe, current);
}
