import { type Band, BandLabel } from '../ui/band-label';
import { NOTHING } from '../format/numbers';

const KNOWN: Record<string, Band> = { green: 'green', yellow: 'yellow', red: 'red' };

/** The band of a health by word and shape. A model may name its bands as it likes; those are told by their names. */
export function HealthBand({ band }: { band: string | null }) {
  if (band === null) {
    return <span className="quiet">{NOTHING}</span>;
  }
  const known = KNOWN[band];
  return known === undefined ? <span>{band}</span> : <BandLabel band={known} />;
}

/** The same in words only. */
export function bandWord(band: string | null): string {
  return band === null ? 'no health' : ({ green: 'good', yellow: 'watch', red: 'poor' }[band] ?? band);
}
