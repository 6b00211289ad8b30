import type { Driver, DriversAnswer } from '../../shared/risk/evaluation-answers';
import { signalName } from '../../shared/risk/risk-words';
import { formatAuc, formatChance, leaning } from './describe-driver';
import classes from './driver-list.module.css';

interface Props {
  clusters: DriversAnswer['drivers']['clusters'];
  chosen: string | undefined;
  onChoose: (signal: string) => void;
}

/** The signals in their clusters, the strongest first. The bar says how far and which way each is from chance. */
export function DriverList({ clusters, chosen, onChoose }: Props) {
  return (
    <ol className={classes.clusters}>
      {clusters.map(({ drivers }, index) => (
        <li key={drivers[0]?.signal}>
          <h3>
            {drivers.length === 1
              ? `${index + 1}. On its own`
              : `${index + 1}. ${drivers.length} that say much the same`}
          </h3>
          <ul>
            {drivers.map((driver) => (
              <li key={driver.signal}>
                <button type="button" aria-pressed={driver.signal === chosen} onClick={() => onChoose(driver.signal)}>
                  <span className={classes.name}>
                    <strong>{signalName(driver.signal)}</strong>
                    <span className={driver.qValue < 0.05 ? classes.leaning : 'faded'}>{leaning(driver)}</span>
                  </span>
                  <Strength auc={driver.auc} />
                  <span className={classes.figures}>
                    AUC {formatAuc(driver.auc.value)} ({formatAuc(driver.auc.interval.from)}–
                    {formatAuc(driver.auc.interval.to)}), q {formatChance(driver.qValue)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** From 0 to 1 with chance in the middle: the interval as a bar, the figure as a dot. */
function Strength({ auc }: Pick<Driver, 'auc'>) {
  return (
    <span className={classes.strength} aria-hidden="true">
      <span style={{ left: `${100 * auc.interval.from}%`, right: `${100 * (1 - auc.interval.to)}%` }} />
      <i style={{ left: `${100 * auc.value}%` }} />
    </span>
  );
}
