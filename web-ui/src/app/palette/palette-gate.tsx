import { lazy, Suspense, useEffect, useState } from 'react';
import classes from './palette-gate.module.css';

const Palette = lazy(() => import('./palette').then((module) => ({ default: module.Palette })));

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The button, and the keys, that open the command palette; its code is loaded when it is first opened. */
export function PaletteGate() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        setOpen((was) => !was);
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <button type="button" className={classes.open} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Search or do <kbd>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      {open && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
