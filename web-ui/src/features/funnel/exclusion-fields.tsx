import { Button } from '@mantine/core';
import { SelectField } from '../../shared/ui/select-field';
import { TextField } from '../../shared/ui/text-field';
import classes from './define-funnel-page.module.css';
import type { DraftExclusion, DraftStep } from './funnel-draft';
import { EXCLUSION_EVENTS } from './funnel-events';

interface Props {
  exclusion: DraftExclusion;
  index: number;
  /** The steps as they are named so far. */
  steps: readonly DraftStep[];
  problemOf: (field: string) => string | undefined;
  onChange: (part: Partial<DraftExclusion>) => void;
  onRemove: () => void;
}

/** What removes somebody from the whole funnel who does it between two steps. */
export function ExclusionFields({ exclusion, index, steps, problemOf, onChange, onRemove }: Props) {
  const pointer = (field: string) => problemOf(`exclusions/${index}/${field}`);
  const named = steps.filter(({ name }) => name.trim() !== '').map(({ name }) => ({ value: name, label: name }));
  return (
    <fieldset className={classes.part}>
      <legend>Exclusion {index + 1}</legend>
      <div className={classes.fields}>
        <TextField
          label="Event that removes"
          value={exclusion.event}
          onChange={(event) => onChange({ event })}
          suggestions={EXCLUSION_EVENTS}
          required
          problem={pointer('event')}
        />
        <SelectField
          label="After"
          value={exclusion.after}
          onChange={(after) => onChange({ after })}
          options={[{ value: '', label: 'The entry' }, ...named]}
          problem={pointer('after')}
        />
        <SelectField
          label="and before"
          value={exclusion.before}
          onChange={(before) => onChange({ before })}
          options={[{ value: '', label: 'Choose a step' }, ...named]}
          problem={pointer('before')}
        />
        <div className={classes.last}>
          <Button size="xs" variant="default" onClick={onRemove}>
            Remove<span className="hidden-text"> exclusion {index + 1}</span>
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
