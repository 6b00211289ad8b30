import { Button } from '@mantine/core';
import pageClasses from '../../shared/ui/page.module.css';
import { TextField } from '../../shared/ui/text-field';
import classes from './define-funnel-page.module.css';
import type { DraftStep } from './funnel-draft';
import { STEP_EVENTS } from './funnel-events';

interface Props {
  step: DraftStep;
  index: number;
  /** What the server says is wrong with a field of it. */
  problemOf: (field: string) => string | undefined;
  onChange: (part: Partial<DraftStep>) => void;
  /** Not there for the only step. */
  onRemove: (() => void) | undefined;
}

/** One step of a funnel that is being defined. */
export function StepFields({ step, index, problemOf, onChange, onRemove }: Props) {
  const pointer = (field: string) => problemOf(`steps/${index}/${field}`);
  return (
    <fieldset className={classes.part}>
      <legend>Step {index + 1}</legend>
      <div className={classes.fields}>
        <TextField
          label="Name of the step"
          value={step.name}
          onChange={(name) => onChange({ name })}
          required
          problem={pointer('name')}
        />
        <TextField
          label="Event that counts"
          value={step.event}
          onChange={(event) => onChange({ event })}
          suggestions={STEP_EVENTS}
          required
          problem={pointer('event')}
        />
        <TextField
          label="Only about"
          placeholder="A feature, course or task"
          value={step.subject}
          onChange={(subject) => onChange({ subject })}
          problem={pointer('subject')}
        />
        <TextField
          label="How many are needed"
          type="number"
          placeholder="1"
          value={step.atLeast}
          onChange={(atLeast) => onChange({ atLeast })}
          problem={pointer('atLeast')}
        />
        <TextField
          label="Within hours of the step before"
          type="number"
          placeholder="Any time"
          value={step.withinHours}
          onChange={(withinHours) => onChange({ withinHours })}
          problem={pointer('withinHours')}
        />
        <div className={classes.last}>
          <label className={pageClasses.check}>
            <input
              type="checkbox"
              checked={step.optional}
              onChange={(event) => onChange({ optional: event.currentTarget.checked })}
            />
            Optional
          </label>
          {onRemove !== undefined && (
            <Button size="xs" variant="default" onClick={onRemove}>
              Remove<span className="hidden-text"> step {index + 1}</span>
            </Button>
          )}
        </div>
      </div>
    </fieldset>
  );
}
