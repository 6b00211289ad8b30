import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import type { SeatPoint } from '../../shared/api/types';
import { ChartFrame } from '../../shared/charts/chart-frame';
import { DayCursor } from '../../shared/charts/day-cursor';
import { UtilisationPanel, type UtilisationPoint } from '../../shared/charts/utilisation-panel';
import { bandsAt, monthsBetween } from '../../shared/charts/utilisation-bands';
import { formatDay } from '../../shared/format/dates';
import { formatShare, NOTHING } from '../../shared/format/numbers';
import classes from './usage-chart.module.css';

interface Props {
  customerId: string;
  points: readonly SeatPoint[];
  /** Age of the contract in whole months on the last day; null when there is none. */
  contractMonths: number | null;
}

/** Utilisation at every point with the bands that the contract, as old as it was then, had to be measured by. */
export function utilisationOf(points: readonly SeatPoint[], contractMonths: number | null): UtilisationPoint[] {
  const last = points.at(-1)?.on;
  return points.map(({ on, sold, active28 }) => ({
    on,
    share: sold === 0 || active28 === null ? null : active28 / sold,
    bands:
      sold === 0 || contractMonths === null || last === undefined
        ? null
        : bandsAt(contractMonths - monthsBetween(on, last)),
  }));
}

/** A point in words. */
export function describeUtilisation({ on, share, bands }: UtilisationPoint, locale?: string): string {
  const judgement =
    share === null
      ? ''
      : bands === null
        ? ', too early to say'
        : share >= bands.green
          ? ', good'
          : share < bands.red
            ? ', poor'
            : ', to be watched';
  return `${formatDay(on, locale)}: ${share === null ? 'no seats' : formatShare(share, locale)}${judgement}`;
}

/** How much of what was sold was used, week by week, and whether that was enough for the age of the contract. */
export function UtilisationChart({ customerId, points, contractMonths }: Props) {
  const { ref, width } = useElementSize();
  const [cursor, setCursor] = useState<number | null>(null);
  const shown = utilisationOf(points, contractMonths);
  const read = shown[cursor ?? shown.length - 1];
  return (
    <ChartFrame
      title="Utilisation"
      description="People active in 28 days ÷ seats sold, at the end of each week. Behind it what is expected of a contract so old: lowest band poor, middle to be watched, highest good."
      table={{
        header: ['Day', 'Utilisation', 'Poor below', 'Good from'],
        rows: shown
          .toReversed()
          .map(({ on, share, bands }) => [
            on,
            formatShare(share),
            bands === null ? NOTHING : formatShare(bands.red),
            bands === null ? NOTHING : formatShare(bands.green),
          ]),
      }}
      fileName={`utilisation-${customerId}`}
    >
      <div ref={ref}>
        <DayCursor
          label="Utilisation"
          steps="weeks"
          count={shown.length}
          width={width}
          cursor={cursor}
          onCursor={setCursor}
          describe={(index) => (shown[index] === undefined ? '' : describeUtilisation(shown[index]))}
        >
          <UtilisationPanel points={shown} width={width} height={170} cursor={cursor} />
        </DayCursor>
      </div>
      <p className={classes.read}>{read !== undefined && describeUtilisation(read)}</p>
    </ChartFrame>
  );
}
