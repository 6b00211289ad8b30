import { useSearch } from '@tanstack/react-router';
import classes from './known-now-notice.module.css';

/** For what cannot be asked as it was known earlier: says so when the reader asked for that. */
export function KnownNowNotice({ what }: { what: string }) {
  const { knownAt } = useSearch({ from: '__root__' });
  return knownAt === undefined ? null : (
    <p className={classes.notice}>{what} told by all that is recorded now, not as it was known then.</p>
  );
}
