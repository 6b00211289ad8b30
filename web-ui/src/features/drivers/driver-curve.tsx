import { ChartFrame } from '../../shared/charts/chart-frame';
import { IntervalChart } from '../../shared/charts/interval-chart';
import { FEWEST_FOR_A_RATE, formatCount, formatShare } from '../../shared/format/numbers';
import type { Driver, SignalSeen } from '../../shared/risk/evaluation-answers';
import { signalName } from '../../shared/risk/risk-words';
import { describeDecile, rangeInWords } from './describe-driver';
import classes from './drivers-page.module.css';

interface Props {
  driver: Driver;
  signal: SignalSeen | undefined;
  horizonDays: number;
  /** Share of all observations that a loss followed. */
  lossRate: number | null;
}

/** How often a loss followed, tenth by tenth of the signal; below it, where the lost and the others were. */
export function DriverCurve({ driver, signal, horizonDays, lossRate }: Props) {
  const { deciles } = driver;
  const lost = deciles.reduce((sum, decile) => sum + decile.lost, 0);
  const stayed = deciles.reduce((sum, decile) => sum + decile.rows - decile.lost, 0);
  const change = driver.retentionChangeOfOneSd;
  return (
    <ChartFrame
      title={signalName(driver.signal)}
      description={
        <>
          {signal?.words}. Share of observations that a loss followed within {horizonDays} days, by tenths of the
          signal, with 95 % intervals (Wilson). {formatCount(driver.rows)} observations, {formatCount(driver.missing)}{' '}
          without data. One standard deviation more goes with {change < 0 ? '' : '+'}
          {formatShare(change)} in the share that stays.
        </>
      }
      table={{
        header: ['Values', 'Mean', 'Observations', 'Losses', 'Rate', 'From', 'To'],
        rows: deciles.map((decile) => [
          rangeInWords(decile),
          decile.mean,
          decile.rows,
          decile.lost,
          decile.rate,
          decile.interval.from,
          decile.interval.to,
        ]),
      }}
      fileName={`driver-${driver.signal}`}
    >
      <IntervalChart
        label={signalName(driver.signal)}
        steps="tenths"
        points={deciles.map((decile) => ({
          label: rangeInWords(decile),
          rate: decile.rate,
          from: decile.interval.from,
          to: decile.interval.to,
          few: decile.rows < FEWEST_FOR_A_RATE,
        }))}
        describe={(index) => (deciles[index] === undefined ? '' : describeDecile(deciles[index], signal?.unit))}
        line={lossRate === null ? undefined : { rate: lossRate, name: `all: ${formatShare(lossRate)}` }}
      />
      <div className={classes.histograms}>
        {[
          { name: 'Lost', of: lost, counts: deciles.map((decile) => decile.lost) },
          { name: 'Stayed', of: stayed, counts: deciles.map((decile) => decile.rows - decile.lost) },
        ].map(({ name, of, counts }) => (
          <div key={name}>
            <p>
              {name} <span className="quiet">({formatCount(of)})</span>
            </p>
            <ol aria-label={`${name}, by tenths`}>
              {counts.map((count, index) => {
                const range = deciles[index] === undefined ? '' : rangeInWords(deciles[index]);
                return (
                  <li key={range} title={`${range}: ${formatCount(count)}`}>
                    <span
                      style={{ height: `${of === 0 ? 0 : (100 * count) / of}%` }}
                      data-name={name}
                      aria-hidden="true"
                    />
                    <span className="hidden-text">
                      {range}: {formatCount(count)} of {formatCount(of)}
                    </span>
                  </li>
                );
              })}
            </ol>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}
