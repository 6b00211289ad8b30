import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ColorSchemeSwitch } from './color-scheme-switch';
import classes from './layout.module.css';
import { StatusBar } from './status-bar';

/** What every page stands in: skip link, banner with navigation, the bar of day and position, and the page itself. */
export function Layout() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const shownPath = useRef(path);

  // A new page is announced by moving to it; the first one is announced by the browser.
  useEffect(() => {
    if (shownPath.current !== path) {
      shownPath.current = path;
      main.current?.focus({ preventScroll: true });
    }
  }, [path]);

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main" onClick={() => main.current?.focus()}>
        Skip to the content
      </a>
      <header className={classes.header}>
        <div className={classes.banner}>
          <Link to="/" className={classes.brand} activeProps={{}}>
            <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
              <rect width="32" height="32" rx="7" className={classes.brandGround} />
              <path d="M8 9h16M8 16h11M8 23h6" className={classes.brandInk} />
            </svg>
            Tenure
          </Link>
          <nav aria-label="Pages" className={classes.nav}>
            <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
              Portfolio
            </Link>
            <Link to="/funnels/$funnelId" params={{ funnelId: 'adoption' }} activeOptions={{ includeSearch: false }}>
              Funnel
            </Link>
          </nav>
          <ColorSchemeSwitch />
        </div>
        <StatusBar />
      </header>
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </div>
  );
}
