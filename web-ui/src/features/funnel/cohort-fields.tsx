import { Button } from '@mantine/core';
import { addDays } from '../../shared/format/days';
import { DateField } from '../../shared/ui/date-field';
import classes from './cohort-fields.module.css';
import type { Cohort } from './use-funnel';

interface Props {
  cohort: Cohort;
  /** No one enters after the day the page stands for. */
  asOf: string;
  onChange: (cohort: Cohort) => void;
}

const backwards = (start: string | undefined, end: string | undefined) =>
  start !== undefined && end !== undefined && end <= start;

/** Chooses the customers by the day they entered. The end is the first day that no longer counts. */
export function CohortFields({ cohort, asOf, onChange }: Props) {
  const { from, to } = cohort;
  return (
    <div role="group" aria-label="Cohort by day of entry" className={classes.fields}>
      <DateField
        label="Entered from"
        value={from ?? ''}
        max={asOf}
        onCommit={(day) => {
          const start = day === '' ? undefined : day;
          onChange({ from: start, to: backwards(start, to) ? undefined : to });
        }}
      />
      <DateField
        label="up to, not including"
        value={to ?? ''}
        max={addDays(asOf, 1)}
        onCommit={(day) => {
          const end = day === '' ? undefined : day;
          onChange({ from: backwards(from, end) ? undefined : from, to: end });
        }}
      />
      {(from !== undefined || to !== undefined) && (
        <Button variant="default" onClick={() => onChange({ from: undefined, to: undefined })}>
          Everyone
        </Button>
      )}
    </div>
  );
}
