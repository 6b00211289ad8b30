import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import classes from './page.module.css';

interface Props<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** One of a few views, side by side, under its name. */
export function Choice<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  const id = useId();
  return (
    <div className={classes.choice}>
      <span id={id}>{label}</span>
      <SegmentedControl
        aria-labelledby={id}
        value={value}
        onChange={(next) => onChange(options.find((option) => option.value === next)?.value ?? value)}
        data={[...options]}
      />
    </div>
  );
}
