import { Button } from '@mantine/core';
import { signalName } from '../../shared/risk/risk-words';
import { FieldProblem } from '../../shared/ui/field-problem';
import type { Draft } from './draft';
import classes from './model-editor.module.css';

interface Props {
  draft: Pick<Draft, 'signals' | 'bands' | 'caps'>;
  onChange: (caps: Draft['caps']) => void;
  problem: string | undefined;
}

/** What keeps a customer out of the better bands, whatever its points. */
export function CapRows({ draft: { signals, bands, caps }, onChange, problem }: Props) {
  const change = (index: number, part: Partial<Draft['caps'][number]>) =>
    onChange(caps.map((one, other) => (other === index ? { ...one, ...part } : one)));
  const [signal, band] = [signals[0]?.signal, bands[0]?.band];
  return (
    <fieldset className={classes.part}>
      <legend>Caps</legend>
      {caps.length === 0 && <p className="quiet">None: the points alone decide about the band.</p>}
      <ul className={classes.rows}>
        {caps.map((one, index) => (
          // A cap has no other identity than its place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <span>While</span>
            <select
              aria-label={`Signal of cap ${index + 1}`}
              value={one.signal}
              onChange={(event) => change(index, { signal: event.currentTarget.value })}
            >
              {signals.map((other) => (
                <option key={other.signal} value={other.signal}>
                  {signalName(other.signal)}
                </option>
              ))}
            </select>
            <span>is at most</span>
            <input
              type="number"
              step="any"
              aria-label={`Value of cap ${index + 1}`}
              required
              value={one.atOrBelow}
              onChange={(event) => change(index, { atOrBelow: event.currentTarget.value })}
            />
            <span>at best</span>
            <select
              aria-label={`Best band of cap ${index + 1}`}
              value={one.band}
              onChange={(event) => change(index, { band: event.currentTarget.value })}
            >
              {bands.map((other) => (
                <option key={other.band} value={other.band}>
                  {other.band}
                </option>
              ))}
            </select>
            <button
              type="button"
              aria-label={`Remove cap ${index + 1}`}
              onClick={() => onChange(caps.filter((_, other) => other !== index))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <FieldProblem id="caps-problem" problem={problem} />
      {signal !== undefined && band !== undefined && (
        <Button size="xs" variant="default" onClick={() => onChange([...caps, { signal, atOrBelow: '0', band }])}>
          Add a cap
        </Button>
      )}
    </fieldset>
  );
}
