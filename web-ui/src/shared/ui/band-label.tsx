import classes from './band-label.module.css';

export type Band = 'green' | 'yellow' | 'red' | 'none';

const WORDS: Record<Band, string> = { green: 'Good', yellow: 'Watch', red: 'Poor', none: 'Too early' };

/** A judgement by word, shape and colour. */
export function BandLabel({ band }: { band: Band }) {
  return (
    <span className={classes.band} data-band={band}>
      <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
        {band === 'green' && <circle cx="5" cy="5" r="4.5" fill="currentColor" />}
        {band === 'yellow' && <path d="M5 0.5 9.5 9.5H0.5z" fill="currentColor" />}
        {band === 'red' && <path d="M0.75 0.75h8.5v8.5h-8.5z" fill="currentColor" />}
        {band === 'none' && <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeDasharray="2 1.5" />}
      </svg>
      {WORDS[band]}
    </span>
  );
}
