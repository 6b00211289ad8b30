import type { RiskList } from '../../shared/risk/answers';
import { HealthBand } from '../../shared/risk/health-band';
import { formatCount, formatShare } from '../../shared/format/numbers';
import classes from './band-strip.module.css';

interface Props {
  bands: RiskList['bands'];
  chosen: string | undefined;
  onChoose: (band: string | undefined) => void;
}

/** How many customers are in each band. Pressing one shows only them; pressing it again shows all. */
export function BandStrip({ bands, chosen, onChoose }: Props) {
  const all = Object.values(bands).reduce((sum, count) => sum + count, 0);
  return (
    <div className={classes.strip} role="group" aria-label="Bands">
      {Object.entries(bands).map(([band, count]) => (
        <button
          key={band}
          type="button"
          aria-pressed={band === chosen}
          onClick={() => onChoose(band === chosen ? undefined : band)}
        >
          <HealthBand band={band} />
          <strong>{formatCount(count)}</strong>
          <span className="quiet">{all === 0 ? '' : formatShare(count / all)}</span>
          <span className={classes.bar} style={{ width: all === 0 ? 0 : `${(100 * count) / all}%` }} />
        </button>
      ))}
    </div>
  );
}
