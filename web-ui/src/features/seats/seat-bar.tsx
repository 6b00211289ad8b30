import type { SeatBalance } from '../../shared/api/types';
import { formatCount } from '../../shared/format/numbers';
import classes from './seat-bar.module.css';

interface Props {
  balance: SeatBalance;
  /** Seats of the customer with the most, so that bars can be compared. */
  most: number;
}

/** Seats of a customer as a bar: sold is the outline, active the ink, trained the tick. On one scale for all rows. */
export function SeatBar({ balance, most }: Props) {
  const share = (value: number) => `${most === 0 ? 0 : Math.min(100, (100 * value) / most)}%`;
  const [sold, active, trained] = [balance.sold, balance.active28, balance.trained].map((figure) => figure?.value);
  return (
    <span
      className={classes.bar}
      role="img"
      aria-label={`${formatCount(sold ?? null)} sold, ${formatCount(trained ?? null)} trained, ${formatCount(active ?? null)} active`}
    >
      <span className={classes.sold} style={{ width: share(sold ?? 0) }} />
      <span className={classes.active} style={{ width: share(active ?? 0) }} />
      {trained !== undefined && <span className={classes.trained} style={{ left: share(trained) }} />}
    </span>
  );
}
