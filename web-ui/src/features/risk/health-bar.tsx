import { formatPoints } from '../../shared/risk/risk-words';
import classes from './health-bar.module.css';

/** A health as a number and a bar from 0 to 100, so that rows can be compared. */
export function HealthBar({ health }: { health: number | null }) {
  return (
    <span className={classes.health}>
      {health === null ? (
        <span className="faded">no data</span>
      ) : (
        <>
          <span className={classes.bar} aria-hidden="true">
            <span style={{ width: `${health}%` }} />
          </span>
          {formatPoints(health)}
        </>
      )}
    </span>
  );
}
