import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ExplainDrawer } from '../shared/explain/explain-drawer-gate';
import { FormulaTip } from '../shared/explain/formula-tip';
import { Notices } from '../shared/ui/notices';
import { ActorField } from './actor-field';
import { ColorSchemeSwitch } from './color-scheme-switch';
import classes from './layout.module.css';
import { PaletteGate } from './palette/palette-gate';
import { SideNavigation } from './side-navigation';
import { StatusBar } from './status-bar';
import { ZoneSwitch } from './zone-switch';

/** What every page stands in: skip link, navigation, the bar of day and position, the page, and what opens over it. */
export function Layout() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const shownPath = useRef(path);
  // Only narrow windows have a menu; in wide ones the navigation is always there.
  const [menuOpen, setMenuOpen] = useState(false);

  // A new page is announced by moving to it; the first one is announced by the browser.
  useEffect(() => {
    if (shownPath.current !== path) {
      shownPath.current = path;
      setMenuOpen(false);
      main.current?.focus({ preventScroll: true });
    }
  }, [path]);

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main" onClick={() => main.current?.focus()}>
        Skip to the content
      </a>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={classes.side}
        data-open={menuOpen}
        onKeyDown={(event) => event.key === 'Escape' && setMenuOpen(false)}
      >
        <div className={classes.banner}>
          <Link to="/" className={classes.brand} activeProps={{}}>
            <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
              <rect width="32" height="32" rx="7" className={classes.brandGround} />
              <path d="M8 9h16M8 16h11M8 23h6" className={classes.brandInk} />
            </svg>
            Tenure
          </Link>
          <button
            type="button"
            className={classes.menu}
            aria-expanded={menuOpen}
            aria-controls="menu"
            onClick={() => setMenuOpen(!menuOpen)}
          >
            Menu
          </button>
        </div>
        <div id="menu" className={classes.pages}>
          <PaletteGate />
          <SideNavigation />
          <div className={classes.foot}>
            <ActorField />
            <ColorSchemeSwitch />
            <ZoneSwitch />
          </div>
        </div>
      </div>
      <div className={classes.column}>
        <StatusBar />
        <main id="main" ref={main} tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
      </div>
      <ExplainDrawer />
      <FormulaTip />
      <Notices />
    </div>
  );
}
