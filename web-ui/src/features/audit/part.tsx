import { type ReactNode, useId } from 'react';
import classes from './event-pane.module.css';

/** A part of the pane under a heading of its own. */
export function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
