import { Button, Skeleton } from '@mantine/core';
import { api } from '../../shared/api/client';
import { formatInstant } from '../../shared/format/dates';
import { countOf, formatCount, NOTHING } from '../../shared/format/numbers';
import { useTimeZone } from '../../shared/format/use-time-zone';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';
import { notify } from '../../shared/ui/notice-store';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { Refusal } from '../../shared/ui/refusal';
import type { AutomationState } from '../../shared/api/types';
import { Stopped } from './stopped';
import classes from './operations.module.css';
import { useAutomations } from './use-automations';
import { useOperation } from './use-operation';

type Orders = AutomationState['orders'][number];

/** What happens by itself: what waits for its moment, who holds the clock, and what failed. */
export function Automations() {
  const automations = useAutomations();
  const [zone] = useTimeZone();
  const retry = useOperation(
    () => api.POST('/api/v1/automations/retry'),
    () => notify('What failed and what is parked was tried once more.'),
  );
  const run = useOperation(
    () => api.POST('/api/v1/automations/run', { body: {} }),
    () => notify('Everything due up to now was done, as far as a quarter of a minute went.'),
  );
  if (automations.data === undefined) {
    return automations.isError ? (
      <ProblemMessage error={automations.error} onRetry={() => void automations.refetch()} />
    ) : (
      <Skeleton height="14rem" role="status" aria-label="Loading the automations" />
    );
  }
  const { state, failed, parked } = automations.data;
  const columns: TableColumn<Orders>[] = [
    { header: 'Orders', cell: ({ kind }) => kind.replaceAll('-', ' ') },
    { header: 'Waiting', number: true, cell: ({ waiting }) => formatCount(waiting) },
    { header: 'Ready', number: true, cell: ({ ready }) => formatCount(ready) },
    { header: 'Failed', number: true, cell: (orders) => formatCount(orders.failed) },
    {
      header: 'Next due',
      cell: ({ nextDueAt }) => (nextDueAt === null ? NOTHING : formatInstant(nextDueAt, zone)),
    },
  ];
  return (
    <section className={classes.section} aria-labelledby="automations">
      <h2 id="automations">Automations</h2>
      <p className="quiet">
        Up to event #{formatCount(state.position)}, {formatCount(state.lagEvents)} behind.{' '}
        {state.heldUntil === null
          ? 'The clock runs.'
          : `The clock is held until ${formatInstant(state.heldUntil, zone)} by ${state.holds.map(({ holder }) => holder).join(', ')}.`}
      </p>
      {state.orders.length === 0 ? (
        <p>No order waits.</p>
      ) : (
        <DataTable label="Orders of automations" columns={columns} rows={state.orders} keyOf={({ kind }) => kind} />
      )}
      <div className={classes.actions}>
        <Button size="xs" variant="default" loading={run.running} onClick={() => run.run()}>
          Do what is due now
        </Button>
        {failed.length + parked.length > 0 && (
          <Button size="xs" variant="default" loading={retry.running} onClick={() => retry.run()}>
            Try all that failed again
          </Button>
        )}
      </div>
      <Refusal problem={run.problem ?? retry.problem} />
      {failed.length + parked.length > 0 ? (
        <>
          <h3>
            {countOf(failed.length, 'order', 'orders')} failed, {countOf(parked.length, 'event', 'events')} parked
          </h3>
          <Stopped failed={failed} parked={parked} />
        </>
      ) : (
        <p>Nothing failed, nothing is parked.</p>
      )}
    </section>
  );
}
