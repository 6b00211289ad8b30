import type { ReactNode } from 'react';
import classes from './message.module.css';

interface Props {
  title: string;
  tone?: 'plain' | 'problem';
  children?: ReactNode;
}

/** A boxed message in place of content: nothing here, nothing found, or something failed. */
export function Message({ title, tone = 'plain', children }: Props) {
  return (
    <div className={classes.message} data-tone={tone} role={tone === 'problem' ? 'alert' : undefined}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
