import type { MoneyFigure, SegmentRow } from '../../shared/api/types';
import { FigureButton } from '../../shared/explain/figure-button';
import { formatWholeMoney } from '../../shared/format/money';
import { countOf, formatCount, NOTHING } from '../../shared/format/numbers';
import classes from './segment-cards.module.css';

interface Props {
  segments: readonly SegmentRow[];
  /** The segment that the list is narrowed to. */
  chosen: string | undefined;
  onChoose: (segmentId: string | undefined) => void;
}

/** What the customers of each segment come to; its name narrows the list to it, and once more shows all again. */
export function SegmentCards({ segments, chosen, onChoose }: Props) {
  return (
    <ul className={classes.cards} aria-label="Segments">
      {segments.map((segment) => {
        const isChosen = segment.segmentId === chosen;
        return (
          <li key={segment.segmentId} className={classes.card} data-chosen={isChosen}>
            <button
              type="button"
              className={classes.name}
              aria-pressed={isChosen}
              onClick={() => onChoose(isChosen ? undefined : segment.segmentId)}
            >
              {segment.name}
            </button>
            <p>
              <FigureButton figure={segment.customers} label={`live customers of ${segment.name}`}>
                {countOf(segment.customers.value, 'customer', 'customers')}
              </FigureButton>{' '}
              <Trend now={segment.customers.value} before={segment.customers30.value} format={formatCount} />
            </p>
            <p>
              <Amounts amounts={segment.monthlyRevenue} label={`a month from ${segment.name}`} /> a month{' '}
              {segment.monthlyRevenue.map(({ currency, amount }) => (
                <Trend
                  key={currency}
                  now={amount.value}
                  before={segment.revenue30.find((money) => money.currency === currency)?.amount.value ?? 0}
                  format={(minorUnits) => formatWholeMoney({ currency, minorUnits })}
                />
              ))}
            </p>
            <p className={classes.risk}>
              {segment.atRisk.length === 0 ? (
                'nothing of it at risk'
              ) : (
                <>
                  <Amounts amounts={segment.atRisk} label={`a month at risk from ${segment.name}`} /> of it at risk
                </>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** One figure a currency; never added up across currencies. */
function Amounts({ amounts, label }: { amounts: readonly MoneyFigure[]; label: string }) {
  return amounts.length === 0
    ? NOTHING
    : amounts.map(({ currency, amount }, index) => (
        <span key={currency}>
          {index > 0 && ' + '}
          <FigureButton figure={amount} label={`${label} in ${currency}`}>
            {formatWholeMoney({ currency, minorUnits: amount.value })}
          </FigureButton>
        </span>
      ));
}

/** By how much it moved in 30 days; nothing when it did not. */
function Trend({ now, before, format }: { now: number; before: number; format: (change: number) => string }) {
  if (now === before) {
    return null;
  }
  const [arrow, word] = now > before ? ['↑', 'more'] : ['↓', 'less'];
  return (
    <span className="quiet">
      <span aria-hidden="true">{arrow}</span> {format(Math.abs(now - before))} <span aria-hidden="true">in 30 d</span>
      <span className="hidden-text"> {word} than 30 days before</span>
    </span>
  );
}
