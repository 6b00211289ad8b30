import { formatDay } from '../../../shared/format/dates';
import { formatShare } from '../../../shared/format/numbers';
import type { RiskDay, RiskPin } from '../../../shared/risk/answers';
import { bandWord } from '../../../shared/risk/health-band';
import { formatPoints } from '../../../shared/risk/risk-words';

/** A day of the line in words, with what happened on it. */
export function describeRisk(day: RiskDay, pins: readonly RiskPin[], locale?: string): string {
  const happened = pins.filter((pin) => pin.day === day.day).map(({ words }) => words);
  const state =
    day.health === null
      ? day.away
        ? 'not a customer'
        : 'no data for any signal'
      : `health ${formatPoints(day.health, locale)} (${bandWord(day.band)}), ` +
        `probability of loss ${formatShare(day.risk, locale)}, ` +
        `${day.withData} of ${day.of} signals with data${day.flagged ? ', flagged' : ''}`;
  return [`${formatDay(day.day, locale)}: ${state}`, ...happened].join('. ');
}
