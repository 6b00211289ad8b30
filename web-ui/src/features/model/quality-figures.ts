import { formatShare, formatCount, formatDecimal, NOTHING } from '../../shared/format/numbers';
import { numberFormat } from '../../shared/format/formatters';
import { numberOf, type Quality } from '../../shared/risk/evaluation-answers';

export interface QualityFigure {
  name: string;
  /** What it means, and which way is better. */
  meaning: string;
  /** In one or two lines. */
  value: (quality: Quality, locale?: string) => string;
}

const decimals = (value: number, digits: number, locale?: string) =>
  numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

const rangeOf = (interval: { from: number; to: number }, format: (value: number) => string) =>
  `${format(interval.from)} to ${format(interval.to)}`;

/** What tells how good a model was, in the order in which it matters. */
export const QUALITY_FIGURES: readonly QualityFigure[] = [
  {
    name: 'AUC, 95 % interval',
    meaning: 'Chance that a customer that was lost had a higher risk than one that stayed. 0.5 is a coin.',
    value: ({ auc }, locale) =>
      auc === null
        ? NOTHING
        : `${decimals(auc.value, 2, locale)}\n(${rangeOf(auc.interval, (value) => decimals(value, 2, locale))})`,
  },
  {
    name: 'Lift of the riskiest tenth, 95 % interval',
    meaning: 'How many times more often the riskiest tenth was lost than all. 1 is no better than chance.',
    value: ({ lift, liftInterval }, locale) =>
      formatDecimal(numberOf(lift), locale) +
      (liftInterval === null ? '' : `\n(${rangeOf(liftInterval, (value) => decimals(value, 1, locale))})`),
  },
  {
    name: 'Brier score, 95 % interval',
    meaning: 'Mean square of what a probability was off; lower is better.',
    value: ({ brier, brierInterval }, locale) =>
      brier === null || brierInterval === null
        ? NOTHING
        : `${decimals(brier.score, 4, locale)}\n(${rangeOf(brierInterval, (value) => decimals(value, 4, locale))})`,
  },
  {
    name: 'Brier score of the constant rate',
    meaning: 'What it would be if the same had been said of everybody.',
    value: ({ brier }, locale) => (brier === null ? NOTHING : decimals(brier.ofConstantRate, 4, locale)),
  },
  {
    name: 'Flags followed by a loss',
    meaning: 'Of those whose horizon is over, with 95 % interval.',
    value: ({ alertLoad: { precision, followedByLoss, known, interval } }, locale) =>
      numberOf(precision) === null
        ? NOTHING
        : `${formatShare(numberOf(precision), locale)}, ${formatCount(followedByLoss, locale)} of ${formatCount(known, locale)}\n(` +
          `${rangeOf(interval, (value) => formatShare(value, locale))})`,
  },
  {
    name: 'Flags raised',
    meaning: 'Over the whole history replayed.',
    value: ({ alertLoad: { raised } }, locale) => formatCount(raised, locale),
  },
  {
    name: 'Flags a week and colleague',
    meaning: 'What it would have asked of those who look after customers.',
    value: ({ alertLoad: { perWeekAndCsm } }, locale) => formatDecimal(numberOf(perWeekAndCsm), locale),
  },
  {
    name: 'Flags that stand now',
    meaning: 'On the last day.',
    value: ({ flaggedNow }, locale) => formatCount(flaggedNow, locale),
  },
  {
    name: 'Days flagged of those who stayed',
    meaning: 'Share of the days of customers that were not lost on which a flag stood.',
    value: ({ leadTime }, locale) => formatShare(numberOf(leadTime.retainedRate), locale),
  },
];
