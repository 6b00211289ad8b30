import { useId } from 'react';
import classes from './field.module.css';
import { FieldProblem } from './field-problem';

interface Props {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  /** Label beside the field instead of above it. */
  inline?: boolean;
  /** What the server says is wrong with it. */
  problem?: string | undefined;
}

/** The browser's own choice from a list: at home on a phone, with a keyboard and with a screen reader. */
export function SelectField({ label, value, options, onChange, inline = false, problem }: Props) {
  const id = useId();
  return (
    <div className={classes.field} data-inline={inline}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </div>
  );
}
