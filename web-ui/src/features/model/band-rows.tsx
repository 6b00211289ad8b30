import { Button } from '@mantine/core';
import { FieldProblem } from '../../shared/ui/field-problem';
import type { Draft } from './draft';
import classes from './model-editor.module.css';

interface Props {
  bands: Draft['bands'];
  onChange: (bands: Draft['bands']) => void;
  problem: string | undefined;
}

const MOST_BANDS = 8;

/** The bands from the worst to the best, each by its name and its least health. */
export function BandRows({ bands, onChange, problem }: Props) {
  const change = (index: number, part: Partial<Draft['bands'][number]>) =>
    onChange(bands.map((one, other) => (other === index ? { ...one, ...part } : one)));
  return (
    <fieldset className={classes.part}>
      <legend>Bands</legend>
      <ul className={classes.rows}>
        {bands.map((one, index) => (
          // A band has no other identity than its place while its name is being typed.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <input
              aria-label={`Name of band ${index + 1}`}
              required
              pattern="[A-Za-z0-9._\-]{1,64}"
              value={one.band}
              onChange={(event) => change(index, { band: event.currentTarget.value })}
            />
            <span>from</span>
            <input
              type="number"
              aria-label={`Least health of band ${index + 1}`}
              required
              min={0}
              max={100}
              readOnly={index === 0}
              value={one.from}
              onChange={(event) => change(index, { from: event.currentTarget.value })}
            />
            {index > 0 && (
              <button
                type="button"
                aria-label={`Remove band ${one.band}`}
                onClick={() => onChange(bands.filter((_, other) => other !== index))}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      <FieldProblem id="bands-problem" problem={problem} />
      {bands.length < MOST_BANDS && (
        <Button size="xs" variant="default" onClick={() => onChange([...bands, { band: '', from: '100' }])}>
          Add a band
        </Button>
      )}
    </fieldset>
  );
}
