import { Skeleton } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './card.module.css';
import { ProblemMessage } from './problem-message';

interface Props {
  title: ReactNode;
  /** The query its content is from; while that loads, the card keeps its place. */
  query?: { isError: boolean; error: unknown; refetch: () => unknown; data: unknown };
  children: ReactNode;
}

/** A box with a heading, for one subject among several. */
export function Card({ title, query, children }: Props) {
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {query?.isError === true && query.data === undefined ? (
        <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />
      ) : query !== undefined && query.data === undefined ? (
        <Skeleton height="6.5rem" role="status" aria-label="Loading the card" />
      ) : (
        children
      )}
    </section>
  );
}

/** Terms and values in two columns, for inside a card. */
export function Facts({ facts }: { facts: Readonly<Record<string, ReactNode>> }) {
  return (
    <dl className={classes.facts}>
      {Object.entries(facts).map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Cards side by side, as many as fit. */
export function Cards({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <div className={classes.cards} data-narrow={narrow}>
      {children}
    </div>
  );
}
