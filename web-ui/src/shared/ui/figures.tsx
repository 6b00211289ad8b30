import { Skeleton } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import classes from './figures.module.css';

export interface Figure {
  label: string;
  /** Undefined while it is loading; the place is kept. */
  value: ReactNode | undefined;
  note?: ReactNode;
}

interface Props {
  figures: readonly Figure[];
  /** Smaller values, for strips that hold words and dates beside numbers. */
  compact?: boolean;
}

/** A strip of named figures, read as a list of terms and values. */
export function Figures({ figures, compact = false }: Props) {
  return (
    <dl
      className={classes.figures}
      data-compact={compact}
      style={{ '--all': figures.length, '--half': Math.ceil(figures.length / 2) } as CSSProperties}
    >
      {figures.map(({ label, value, note }) => (
        <div key={label} className={classes.figure}>
          <dt>{label}</dt>
          <dd className={classes.value}>{value ?? <Skeleton height="1.5rem" width="6ch" my="0.25rem" />}</dd>
          {note !== undefined && <dd className={classes.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
