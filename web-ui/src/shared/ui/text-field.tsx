import { useId } from 'react';
import classes from './field.module.css';
import { FieldProblem } from './field-problem';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'number' | 'date';
  /** More than one line of text. */
  lines?: number;
  required?: boolean;
  placeholder?: string;
  /** What is often wanted; anything else can be typed too. */
  suggestions?: readonly string[];
  problem?: string | undefined;
}

/** A field of a form, with what the server says is wrong with it right below. */
export function TextField({
  label,
  value,
  onChange,
  type = 'text',
  lines,
  required,
  placeholder,
  suggestions,
  problem,
}: Props) {
  const id = useId();
  const shared = {
    id,
    value,
    required,
    placeholder,
    'aria-invalid': problem === undefined ? undefined : true,
    'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
  };
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      {lines === undefined ? (
        <input
          {...shared}
          type={type}
          list={suggestions === undefined ? undefined : `${id}-suggestions`}
          autoComplete="off"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <textarea {...shared} rows={lines} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
      {suggestions !== undefined && (
        <datalist id={`${id}-suggestions`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      )}
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </div>
  );
}
