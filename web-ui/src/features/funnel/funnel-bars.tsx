import type { FunnelStep } from '../../shared/api/types';
import { FEWEST_FOR_A_RATE, formatCount, formatDecimal, formatShare, NOTHING } from '../../shared/format/numbers';
import classes from './funnel-bars.module.css';
import { couldMake, partsOf } from './funnel-parts';
import { OUTCOMES, type Outcome } from './funnel-search';

const OUTCOME_WORDS: Record<Outcome, string> = { reached: 'reached', open: 'still open', missed: 'missed' };

interface Props {
  steps: readonly FunnelStep[];
  entered: number;
  onOpen: (step: number, outcome: Outcome) => void;
}

/**
 * One bar a step, all on the scale of those who entered. Solid: reached; hatched: can still get there; outlined: missed.
 * The counts under a bar are buttons to the names behind them, and so is each part of the bar for a pointer. Bars stand
 * on wide screens and lie on narrow ones.
 */
export function FunnelBars({ steps, entered, onOpen }: Props) {
  return (
    <ol className={classes.steps} aria-label="Steps">
      {steps.map((step) => (
        <FunnelBar key={step.index} step={step} entered={entered} onOpen={onOpen} />
      ))}
    </ol>
  );
}

function FunnelBar({ step, entered, onOpen }: Omit<Props, 'steps'> & { step: FunnelStep }) {
  const parts = partsOf(step, entered);
  return (
    <li className={classes.step}>
      {/* Parts are true to scale, so some are too thin to hit or to focus: the counts below do the same. */}
      <div className={classes.bar} aria-hidden="true">
        {parts.lostEarlier > 0 && <span style={{ flexGrow: parts.lostEarlier }} className={classes.lost} />}
        {OUTCOMES.toReversed().map(
          (outcome) =>
            step[outcome] > 0 && (
              <button
                key={outcome}
                type="button"
                tabIndex={-1}
                className={classes.part}
                data-outcome={outcome}
                style={{ flexGrow: parts[outcome] }}
                title={`${formatCount(step[outcome])} ${OUTCOME_WORDS[outcome]}`}
                aria-label={`${formatCount(step[outcome])} ${OUTCOME_WORDS[outcome]}`}
                onClick={() => onOpen(step.index, outcome)}
              />
            ),
        )}
      </div>
      <div className={classes.words}>
        <h3 title={step.rule}>
          <span className={classes.number}>{step.index + 1}</span> {step.name}
        </h3>
        <Count step={step} outcome="reached" onOpen={onOpen} />
        <Rates step={step} entered={entered} />
        <div className={classes.rest}>
          {step.open > 0 && <Count step={step} outcome="open" onOpen={onOpen} />}
          {step.missed > 0 && <Count step={step} outcome="missed" onOpen={onOpen} />}
        </div>
      </div>
    </li>
  );
}

interface CountProps {
  step: FunnelStep;
  outcome: Outcome;
  onOpen: Props['onOpen'];
}

function Count({ step, outcome, onOpen }: CountProps) {
  return (
    <button
      type="button"
      className={classes.count}
      data-outcome={outcome}
      aria-haspopup="dialog"
      aria-label={`${step.name}: ${formatCount(step[outcome])} ${OUTCOME_WORDS[outcome]}, show names`}
      onClick={() => onOpen(step.index, outcome)}
    >
      <span className={classes.swatch} data-outcome={outcome} />
      <span className={classes.figure}>{formatCount(step[outcome])}</span> {OUTCOME_WORDS[outcome]}
    </button>
  );
}

const few = (count: number) => count < FEWEST_FOR_A_RATE;

function Rates({ step, entered }: { step: FunnelStep; entered: number }) {
  const median = step.medianDaysFromEntry;
  return (
    <dl className={classes.rates}>
      <div data-few={few(entered)}>
        <dt>of entered</dt>
        <dd>{formatShare(step.ofEntered)}</dd>
      </div>
      {step.index > 0 && (
        <>
          <div data-few={few(couldMake(step))}>
            <dt>of step {step.index}</dt>
            <dd>{formatShare(step.ofPrevious)}</dd>
          </div>
          <div data-few={few(step.reached)}>
            <dt>median</dt>
            <dd>{median === null ? NOTHING : daysInWords(median)}</dd>
          </div>
        </>
      )}
    </dl>
  );
}

/** The unit follows the figure that is shown: 0.99999 days read as "1 day". */
function daysInWords(days: number): string {
  const figure = formatDecimal(days);
  return `${figure} ${figure === formatDecimal(1) ? 'day' : 'days'}`;
}
