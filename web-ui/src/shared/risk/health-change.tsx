import { formatChange } from './risk-words';

/** A change of health with its sign and an arrow; a fall is set in bold. */
export function HealthChange({ change }: { change: number | null }) {
  if (change === null || change === 0) {
    return <span className="quiet">{formatChange(change)}</span>;
  }
  return (
    <span style={{ fontWeight: change < 0 ? 600 : 400 }}>
      <span aria-hidden="true">{change < 0 ? '↓' : '↑'} </span>
      {formatChange(change)}
    </span>
  );
}
