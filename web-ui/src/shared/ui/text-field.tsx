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
  problem?: string | undefined;
}

/** A field of a form, with what the server says is wrong with it right below. */
export function TextField({ label, value, onChange, type = 'text', lines, required, placeholder, problem }: Props) {
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
        <input {...shared} type={type} autoComplete="off" onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <textarea {...shared} rows={lines} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </div>
  );
}
