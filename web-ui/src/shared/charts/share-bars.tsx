import type { ReactNode } from 'react';
import type { ExplainableFigure } from '../explain/explained';
import { FigureButton } from '../explain/figure-button';
import { formatShare } from '../format/numbers';
import classes from './share-bars.module.css';

export interface ShareBar {
  name: string;
  figure: ExplainableFigure;
  /** What it means, where the name does not say it all. */
  note?: string;
  /** The value as it is read, where it is no count. */
  text?: ReactNode;
}

interface Props {
  label: string;
  bars: readonly ShareBar[];
  /** What the bars are a share of; without it their sum. */
  of?: number;
}

/** Parts of a whole as bars on one scale, each with its figure. */
export function ShareBars({ label, bars, of }: Props) {
  const whole = of ?? bars.reduce((sum, { figure }) => sum + figure.value, 0);
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map(({ name, figure, note, text }) => {
        const share = whole === 0 ? null : figure.value / whole;
        return (
          <li key={name}>
            <span className={classes.name}>
              {name} {note !== undefined && <span className="quiet">{note}</span>}
            </span>
            <span className={classes.value}>
              <FigureButton figure={figure} label={name}>
                {text}
              </FigureButton>{' '}
              <span className="quiet">{formatShare(share)}</span>
            </span>
            <span className={classes.track} aria-hidden="true">
              <span style={{ width: `${100 * Math.min(1, share ?? 0)}%` }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
