import { useEffect, useSyncExternalStore } from 'react';
import { asksForUndo, currentNotices, dismissNotice, subscribeToNotices, undoLast } from './notice-store';
import classes from './notices.module.css';

const isMac = () => /mac|iphone|ipad/i.test(navigator.userAgent);

const isTypedIn = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/**
 * What was just done, in a corner of the window; read aloud, and gone by itself. An open drawer keeps the focus from
 * getting here, so the way back is also a key that works from anywhere but a field.
 */
export function Notices() {
  const notices = useSyncExternalStore(subscribeToNotices, currentNotices);
  useEffect(() => {
    const followKey = (event: KeyboardEvent) => {
      if (asksForUndo(event, isTypedIn(event.target)) && undoLast()) {
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', followKey);
    return () => document.removeEventListener('keydown', followKey);
  }, []);
  const latest = notices.findLast(({ undo }) => undo !== undefined);
  return (
    <div className={classes.notices} role="status">
      {notices.map((notice) => (
        <div key={notice.id} className={classes.notice}>
          <p>{notice.text}</p>
          {notice.undo !== undefined && (
            <button
              type="button"
              aria-keyshortcuts={notice === latest ? 'Control+Z Meta+Z' : undefined}
              onClick={() => {
                dismissNotice(notice.id);
                notice.undo?.();
              }}
            >
              Undo
              {notice === latest && <kbd aria-hidden="true">{isMac() ? '⌘Z' : 'Ctrl Z'}</kbd>}
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
