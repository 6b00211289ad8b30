import type { CustomerRow } from '../../shared/api/types';
import { RowFigure } from './row-figure';
import classes from './seat-bullet.module.css';

/** Seats of a customer: the outline is what was sold, the ink who is active, the tick who is trained. */
export function SeatBullet({ customer: { name, seatUse } }: { customer: CustomerRow }) {
  const { sold, active28, trained } = seatUse;
  const most = Math.max(sold.value, active28?.value ?? 0, trained?.value ?? 0, 1);
  const place = (value: number) => `${(100 * value) / most}%`;
  return (
    <span className={classes.bullet}>
      <span className={classes.bar} aria-hidden="true">
        <span className={classes.sold} style={{ width: place(sold.value) }} />
        {active28 !== null && <span className={classes.active} style={{ width: place(active28.value) }} />}
        {trained !== null && <span className={classes.trained} style={{ left: place(trained.value) }} />}
      </span>
      <span>
        <RowFigure figure={active28} label={`people active of ${name}`} />
        {trained !== null && (
          <>
            {' '}
            · <RowFigure figure={trained} label={`people trained of ${name}`} />
          </>
        )}{' '}
        <span className="quiet">of</span> <RowFigure figure={sold} label={`seats sold to ${name}`} />
      </span>
    </span>
  );
}
