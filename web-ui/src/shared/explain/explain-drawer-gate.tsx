import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { readExplained } from './explained';

const LazyDrawer = lazy(() => import('./explain-drawer').then((module) => ({ default: module.ExplainDrawer })));

/** The drawer of the figure in the address; its code is loaded when it first opens. */
export function ExplainDrawer() {
  const { explain, among } = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const sides = [readExplained(explain), readExplained(among)].filter((side) => side !== undefined);
  // Once opened it stays mounted, so that it can close with what it showed.
  const [needed, setNeeded] = useState(false);
  if (sides.length > 0 && !needed) {
    setNeeded(true);
  }
  const close = () =>
    void navigate({
      to: '.',
      search: (previous: object) => ({ ...previous, explain: undefined, among: undefined }),
      resetScroll: false,
    });
  return needed ? (
    <Suspense>
      <LazyDrawer sides={sides} onClose={close} />
    </Suspense>
  ) : null;
}
