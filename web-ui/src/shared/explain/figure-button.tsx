import type { ReactNode } from 'react';
import { FEWEST_FOR_A_RATE, formatCount, formatShare, NOTHING } from '../format/numbers';
import type { ExplainableFigure } from './explained';
import classes from './figure-button.module.css';
import { useOpenExplanation } from './use-open-explanation';

interface Props {
  figure: ExplainableFigure | null;
  /** What the figure is, for those who do not see where it stands: "Seats trained of Acme". */
  label: string;
  /** What is shown in place of the plain number, such as an amount of money. */
  children?: ReactNode;
  /** -1 where other keys than Tab lead to it. */
  tabIndex?: number;
}

/** A figure that opens the events behind it. Its formula shows on hover and focus. */
export function FigureButton({ figure, label, children, tabIndex }: Props) {
  const open = useOpenExplanation();
  if (figure === null) {
    return <span title="Cannot be known from this source">{NOTHING}</span>;
  }
  const text = children ?? formatCount(figure.value);
  return (
    <button
      type="button"
      className={classes.figure}
      tabIndex={tabIndex}
      data-formula={figureName(figure)}
      data-figure={figure.value}
      data-explain={figure.explain}
      aria-haspopup="dialog"
      onClick={() => open(figure)}
    >
      {text}
      <span className="hidden-text"> {label}, show events</span>
    </button>
  );
}

interface RateProps {
  rate: { value: number | null; of: ExplainableFigure; among: ExplainableFigure } | null;
  label: string;
}

/** A rate that opens both of its sides. Rates over few cases are greyed. */
export function RateButton({ rate, label }: RateProps) {
  const open = useOpenExplanation();
  if (rate === null || rate.value === null) {
    return <span>{NOTHING}</span>;
  }
  return (
    <button
      type="button"
      className={classes.figure}
      data-formula={figureName(rate.of)}
      data-among={figureName(rate.among)}
      data-figure={rate.of.value}
      data-explain={rate.of.explain}
      data-among-figure={rate.among.value}
      data-among-explain={rate.among.explain}
      data-few={rate.among.value < FEWEST_FOR_A_RATE}
      aria-haspopup="dialog"
      onClick={() => open(rate.of, rate.among)}
    >
      {formatShare(rate.value)}
      <span className="hidden-text">
        {' '}
        {label}: {formatCount(rate.of.value)} of {formatCount(rate.among.value)}, show events
      </span>
    </button>
  );
}

const figureName = ({ explain }: ExplainableFigure) => /[?&]figure=([^&]+)/.exec(explain)?.[1];
