import { useSyncExternalStore } from 'react';
import { currentNotices, dismissNotice, subscribeToNotices } from './notice-store';
import classes from './notices.module.css';

/** What was just done, in a corner of the window; read aloud, and gone by itself. */
export function Notices() {
  const notices = useSyncExternalStore(subscribeToNotices, currentNotices);
  return (
    <div className={classes.notices} role="status">
      {notices.map((notice) => (
        <div key={notice.id} className={classes.notice}>
          <p>{notice.text}</p>
          {notice.undo !== undefined && (
            <button
              type="button"
              onClick={() => {
                dismissNotice(notice.id);
                notice.undo?.();
              }}
            >
              Undo
            </button>
          )}
          <button type="button" aria-label="Dismiss" onClick={() => dismissNotice(notice.id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
