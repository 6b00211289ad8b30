import { Link } from '@tanstack/react-router';
import { NAVIGATION } from './navigation';
import classes from './side-navigation.module.css';

/** The pages in their groups. */
export function SideNavigation() {
  return (
    <nav aria-label="Pages" className={classes.nav}>
      {NAVIGATION.map((group) => (
        <div key={group.title} role="group" aria-label={group.title}>
          <p className={classes.group} aria-hidden="true">
            {group.title}
          </p>
          <ul>
            {group.pages.map((page) => (
              <li key={page.title}>
                <Link to={page.to} activeOptions={{ exact: page.to === '/', includeSearch: false }}>
                  {page.title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
