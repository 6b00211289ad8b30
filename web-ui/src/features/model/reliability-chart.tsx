import { ChartFrame } from '../../shared/charts/chart-frame';
import { IntervalChart } from '../../shared/charts/interval-chart';
import { countOf, FEWEST_FOR_A_RATE, formatShare } from '../../shared/format/numbers';
import type { Quality } from '../../shared/risk/evaluation-answers';

type Bin = NonNullable<Quality['reliability']>['bins'][number];

export function describeBin({ said, came, lost, rows, interval }: Bin, locale?: string): string {
  return (
    `Said ${formatShare(said, locale)}, came ${formatShare(came, locale)} ` +
    `(${formatShare(interval.from, locale)} to ${formatShare(interval.to, locale)}): ` +
    `${countOf(lost, 'loss', 'losses', locale)} in ${countOf(rows, 'observation', 'observations', locale)}`
  );
}

/** What was said against what came: a probability is worth something when its dot lies on its tick. */
export function ReliabilityChart({ title, bins, fileName }: { title: string; bins: readonly Bin[]; fileName: string }) {
  return (
    <ChartFrame
      title={title}
      description="Observations in tenths by the probability that was said: the tick is what was said, the dot the share that was lost, with 95 % interval (Wilson)."
      table={{
        header: ['Said', 'Came', 'From', 'To', 'Losses', 'Observations'],
        rows: bins.map(({ said, came, interval, lost, rows }) => [said, came, interval.from, interval.to, lost, rows]),
      }}
      fileName={fileName}
    >
      <IntervalChart
        label={title}
        steps="tenths"
        points={bins.map((bin) => ({
          label: formatShare(bin.said),
          rate: bin.came,
          from: bin.interval.from,
          to: bin.interval.to,
          few: bin.rows < FEWEST_FOR_A_RATE,
          against: bin.said,
        }))}
        describe={(index) => (bins[index] === undefined ? '' : describeBin(bins[index]))}
      />
    </ChartFrame>
  );
}
