import { useDebouncedCallback } from '@mantine/hooks';
import { useId, useState } from 'react';
import { dayOf } from '../url/search-values';
import classes from './field.module.css';

interface Props {
  label: string;
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  max?: string;
  /** Label beside the field instead of above it. */
  inline?: boolean;
  /** Called with a complete day, or with empty text when the field was cleared. */
  onCommit: (day: string) => void;
}

/** A year typed digit by digit passes through 0002 and 0020 on its way to 2022; such days are not meant. */
const isMeant = (day: string) => day === '' || (dayOf(day) !== undefined && day >= '1990');

/** The browser's own date field. It commits when the reader pauses, leaves it, or presses Enter. */
export function DateField({ label, value, max, inline = false, onCommit }: Props) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  // A day chosen elsewhere, such as by the back button, replaces what stands in the field.
  const [shownValue, setShownValue] = useState(value);
  if (shownValue !== value) {
    setShownValue(value);
    setDraft(value);
  }

  const commit = (day: string) => {
    if (day !== value && isMeant(day) && (max === undefined || day <= max)) {
      onCommit(day);
    }
  };
  const commitSoon = useDebouncedCallback(commit, 500);

  return (
    <div className={classes.field} data-inline={inline}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        min="1990-01-01"
        max={max}
        value={draft}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          commitSoon(event.currentTarget.value);
        }}
        onBlur={() => commit(draft)}
        onKeyDown={(event) => event.key === 'Enter' && commit(draft)}
      />
    </div>
  );
}
