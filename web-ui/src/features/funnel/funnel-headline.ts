import type { Funnel } from '../../shared/api/types';
import { formatCount, formatDecimal, formatShare } from '../../shared/format/numbers';
import { couldMake, largestLoss } from './funnel-parts';
import { countOfUnit } from './funnel-unit';

/** The main thing to know about a funnel, in one or two sentences. */
export function headlineOf(funnel: Funnel, locale?: string): string | undefined {
  const last = funnel.steps.at(-1);
  if (funnel.entered === 0 || last === undefined) {
    return undefined;
  }
  const within =
    funnel.medianDaysTotal === null
      ? ''
      : `, half of them within ${formatDecimal(funnel.medianDaysTotal, locale)} days`;
  const onTheirWay = funnel.steps.reduce((sum, step) => sum + step.open, 0);
  const end =
    `${formatCount(last.reached, locale)} of ${countOfUnit(funnel.entered, funnel.unit, locale)} came through` +
    `${within}${onTheirWay === 0 ? '' : `; ${formatCount(onTheirWay, locale)} still can`}.`;
  const loss = largestLoss(funnel.steps);
  if (loss === null) {
    return `${end} No step has lost anyone.`;
  }
  return (
    `${end} The largest loss is at “${loss.name}”: ${formatCount(loss.missed, locale)} of ` +
    `${formatCount(couldMake(loss), locale)} missed it (${formatShare(loss.missed / couldMake(loss), locale)}).`
  );
}
