import type { DueRenewal } from '../../shared/api/types';
import classes from './outcome-label.module.css';

type Outcome = DueRenewal['outcome'] | 'notice';

const WORDS: Record<Outcome, string> = {
  renewed: 'Renewed',
  larger: 'Renewed for more',
  smaller: 'Renewed for less',
  lost: 'Not renewed',
  open: 'Open',
  notice: 'Open, with notice',
};

const SHAPES: Record<Outcome, string> = {
  renewed: 'M1 5.5 4 8.5 9 1.5',
  larger: 'M5 9V1M1.5 4.5 5 1l3.5 3.5',
  smaller: 'M5 1v8M1.5 5.5 5 9l3.5-3.5',
  lost: 'M1.5 1.5l7 7M8.5 1.5l-7 7',
  open: 'M5 1a4 4 0 1 1 0 8a4 4 0 1 1 0-8',
  notice: 'M5 1 9.5 9H.5zM5 4v2.5',
};

/** What came of a renewal, by word and by shape; an open one with a notice is at risk. */
export function OutcomeLabel({ renewal: { outcome, notice } }: { renewal: Pick<DueRenewal, 'outcome' | 'notice'> }) {
  const shown = outcome === 'open' && notice ? 'notice' : outcome;
  return (
    <span className={classes.outcome} data-outcome={shown}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <path d={SHAPES[shown]} fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      {WORDS[shown]}
    </span>
  );
}
