import { ChartFrame } from '../../shared/charts/chart-frame';
import { IntervalChart } from '../../shared/charts/interval-chart';
import { FEWEST_FOR_A_RATE, formatCount, formatShare } from '../../shared/format/numbers';
import { numberOf, type Quality } from '../../shared/risk/evaluation-answers';

type LeadTime = Quality['leadTime'];
type Point = LeadTime['points'][number];

export function describeLead({ daysBefore, flagged, watched, share }: Point, locale?: string): string {
  const when = daysBefore === 0 ? 'On the day of the loss' : `${daysBefore} days before the loss`;
  return `${when}: ${formatShare(numberOf(share), locale)} flagged, ${formatCount(flagged, locale)} of ${formatCount(watched, locale)}`;
}

/** How long before a loss the flag stood: the further to the left it is high, the more time there was. */
export function LeadTimeChart({ title, lead, fileName }: { title: string; lead: LeadTime; fileName: string }) {
  const points = lead.points
    .filter(({ share }) => numberOf(share) !== null)
    .toSorted((a, b) => b.daysBefore - a.daysBefore);
  const stayed = numberOf(lead.retainedRate);
  return (
    <ChartFrame
      title={title}
      description="Share of the customers that were lost on which a flag stood, so many days before the loss, with 95 % interval (Wilson). The dashed line is the share of days on which those that stayed were flagged."
      table={{
        header: ['Days before', 'Share flagged', 'From', 'To', 'Flagged', 'Watched'],
        rows: points.map(({ daysBefore, share, interval, flagged, watched }) => [
          daysBefore,
          numberOf(share),
          interval.from,
          interval.to,
          flagged,
          watched,
        ]),
      }}
      fileName={fileName}
    >
      <IntervalChart
        label={title}
        steps="days before the loss"
        reach={1}
        points={points.map(({ daysBefore, share, interval, watched }) => ({
          label: daysBefore === 0 ? 'day 0' : `${daysBefore} d`,
          rate: numberOf(share) ?? 0,
          from: interval.from,
          to: interval.to,
          few: watched < FEWEST_FOR_A_RATE,
        }))}
        line={stayed === null ? undefined : { rate: stayed, name: `stayed: ${formatShare(stayed)}` }}
        describe={(index) => (points[index] === undefined ? '' : describeLead(points[index]))}
      />
    </ChartFrame>
  );
}
