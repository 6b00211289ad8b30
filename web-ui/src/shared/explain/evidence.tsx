import { Button, Skeleton } from '@mantine/core';
import type { CountedThing } from '../api/types';
import { definitionOf } from '../definitions/definitions';
import { formatDay } from '../format/dates';
import { countOf, formatCount } from '../format/numbers';
import { ProblemMessage } from '../ui/problem-message';
import { CountedEvents } from './counted-events';
import classes from './evidence.module.css';
import { type Explained, nameOf } from './explained';
import { sumInWords } from './sum-in-words';
import { useExplanation } from './use-explanation';

interface Props {
  side: Explained;
  /** The name of the figure, where it is one of two. */
  title: string | undefined;
}

/** Everything that was counted for a figure, what each thing counts for, and whether it adds up. */
export function Evidence({ side, title }: Props) {
  const explanation = useExplanation(side.question);
  const pages = explanation.data?.pages;
  const [first] = pages ?? [];
  const definition = definitionOf(nameOf(side));
  if (explanation.isError && first === undefined) {
    return <ProblemMessage error={explanation.error} onRetry={() => void explanation.refetch()} />;
  }
  if (pages === undefined || first === undefined) {
    return (
      <div role="status" aria-label="Loading the events">
        <Skeleton height="3rem" mb="sm" />
        <Skeleton height="16rem" />
      </div>
    );
  }
  const things = pages.flatMap((page) => page.evidence);
  const sum = things.reduce((total, thing) => total + thing.counts, 0);
  return (
    <section className={classes.evidence} aria-label={title ?? 'What was counted'}>
      {title !== undefined && <h3>{title}</h3>}
      {definition !== undefined && <p className="quiet">{definition.formula}</p>}
      <p className={classes.sum} role="status">
        {sumInWords({ shown: side.shown, value: first.value, sum, things: first.things, listed: things.length })}
      </p>
      <p className="faded">
        At the end of {formatDay(first.asOf)}; nothing recorded after event #{formatCount(first.position)} counts.
      </p>
      {things.length > 0 && (
        <ul className={classes.things}>
          {things.map((thing) => (
            <Thing key={`${thing.subject} ${thing.events[0]?.position}`} thing={thing} />
          ))}
        </ul>
      )}
      {explanation.hasNextPage && (
        <Button
          variant="default"
          loading={explanation.isFetchingNextPage}
          onClick={() => void explanation.fetchNextPage()}
        >
          Load more
        </Button>
      )}
    </section>
  );
}

function Thing({ thing }: { thing: CountedThing }) {
  const events = thing.events.length + thing.more;
  return (
    <li>
      <details className={classes.thing}>
        <summary>
          <span className={classes.subject}>{thing.subject}</span>
          <span className="quiet">{countOf(events, 'event', 'events')}</span>
          <span className={classes.counts}>
            <span className="hidden-text">counts for </span>
            {thing.counts > 0 && '+'}
            {formatCount(thing.counts)}
          </span>
        </summary>
        <CountedEvents events={thing.events} more={thing.more} />
      </details>
    </li>
  );
}
