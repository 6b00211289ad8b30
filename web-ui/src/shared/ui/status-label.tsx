import classes from './status-label.module.css';

/** Live or churned by word and by shape; the colour only adds to them. */
export function StatusLabel({ status }: { status: 'live' | 'churned' }) {
  return (
    <span className={classes.status} data-status={status}>
      <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
        {status === 'live' ? (
          <circle cx="5" cy="5" r="4.5" fill="currentColor" />
        ) : (
          <path d="M5 1 9 5 5 9 1 5z" fill="none" stroke="currentColor" strokeWidth="1.5" />
        )}
      </svg>
      {status === 'live' ? 'Live' : 'Churned'}
    </span>
  );
}
