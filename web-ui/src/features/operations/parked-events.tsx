import { Button, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api } from '../../shared/api/client';
import type { ParkedEvents as Answer, View } from '../../shared/api/types';
import { formatCount } from '../../shared/format/numbers';
import { notify } from '../../shared/ui/notice-store';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { Refusal } from '../../shared/ui/refusal';
import classes from './operations.module.css';
import { useOperation } from './use-operation';
import { useParked } from './use-parked';

type Parked = Answer['events'][number];

/** What a view could not take in: each event holds up its customer in that view until it is tried again or left out. */
export function ParkedEvents({ view: { name, foldedFrom } }: { view: View }) {
  const parked = useParked(name);
  return (
    <section className={classes.section} aria-label={`Parked in ${name}`}>
      <h3>Parked in {name}</h3>
      {parked.isError && parked.data === undefined ? (
        <ProblemMessage error={parked.error} onRetry={() => void parked.refetch()} />
      ) : parked.data === undefined ? (
        <Skeleton height="8rem" role="status" aria-label="Loading parked events" />
      ) : (
        <ul className={classes.list}>
          {parked.data.events.map((event) => (
            <ParkedEvent
              key={event.position}
              view={name}
              event={event}
              // What is folded has no rows that could go on without an event.
              mayLeaveOut={typeof foldedFrom !== 'string'}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function ParkedEvent({ view, event, mayLeaveOut }: { view: string; event: Parked; mayLeaveOut: boolean }) {
  const { customerId, position } = event;
  const retry = useOperation(
    () =>
      api.POST('/api/v1/projections/{name}/parked/retry', {
        params: { path: { name: view }, query: { customerId } },
      }),
    () => notify(`The parked events of ${customerId || 'nobody in particular'} were tried again.`),
  );
  const leaveOut = useOperation(
    () =>
      api.DELETE('/api/v1/projections/{name}/parked/{position}', {
        params: { path: { name: view, position } },
      }),
    () => notify(`Event #${formatCount(position)} is left out of ${view}. It stays in the log.`),
  );
  return (
    <li>
      <p>
        <strong>#{formatCount(position)}</strong>{' '}
        {customerId === '' ? (
          'no customer'
        ) : (
          <Link to="/customers/$customerId" params={{ customerId }} search={{ tab: 'audit' }}>
            {customerId}
          </Link>
        )}
      </p>
      <p className={classes.error}>{event.error}</p>
      <div className={classes.actions}>
        <Button size="xs" variant="default" loading={retry.running} onClick={() => retry.run()}>
          Try again<span className="hidden-text"> event {position}</span>
        </Button>
        {mayLeaveOut && (
          <Button size="xs" variant="default" loading={leaveOut.running} onClick={() => leaveOut.run()}>
            Leave out<span className="hidden-text"> event {position}</span>
          </Button>
        )}
      </div>
      <Refusal problem={retry.problem ?? leaveOut.problem} />
    </li>
  );
}
