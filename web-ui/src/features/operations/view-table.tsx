import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import type { View } from '../../shared/api/types';
import { countOf, formatCount } from '../../shared/format/numbers';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';
import { notify } from '../../shared/ui/notice-store';
import { Refusal } from '../../shared/ui/refusal';
import { useOperation } from './use-operation';
import classes from './operations.module.css';

const COLUMNS: TableColumn<View>[] = [
  { header: 'View', cell: ({ name }) => name },
  { header: 'State', cell: (view) => <ViewState view={view} /> },
  { header: 'Up to event', number: true, cell: ({ position }) => `#${formatCount(position)}` },
  { header: 'Events behind', number: true, cell: ({ lagEvents }) => formatCount(lagEvents) },
  { header: 'Seconds behind', number: true, cell: ({ lagSeconds }) => formatCount(lagSeconds) },
  {
    header: 'Events / second',
    number: true,
    meaning: 'How fast it takes in events now; 0 when there is nothing to do.',
    cell: ({ perSecond }) => formatCount(perSecond),
  },
  { header: 'Parked events', number: true, cell: ({ parkedEvents }) => formatCount(parkedEvents) },
  {
    header: 'Customers not up to date',
    number: true,
    cell: ({ staleCustomers }) => formatCount(staleCustomers),
  },
  {
    header: 'Build anew',
    cell: (view) =>
      view.foldedFrom !== null ? (
        <span className="quiet">with {view.foldedFrom}, which it is folded from</span>
      ) : (
        <Rebuild view={view} />
      ),
  },
];

/** Every view, how far it is, and whether it stands still for somebody. */
export function ViewTable({ views }: { views: readonly View[] }) {
  return <DataTable label="Views" columns={COLUMNS} rows={views} keyOf={({ name }) => name} />;
}

/** The state of a view in a word; the shape says it, too. */
function ViewState({ view }: { view: View }) {
  const state = view.parkedEvents > 0 ? 'parked' : view.lagEvents > 0 ? 'behind' : 'current';
  return (
    <span className={classes.state} data-state={state}>
      <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
        {state === 'current' && <circle cx="5" cy="5" r="4.5" fill="currentColor" />}
        {state === 'behind' && <path d="M5 0.5 9.5 9.5H0.5z" fill="currentColor" />}
        {state === 'parked' && <path d="M0.75 0.75h8.5v8.5h-8.5z" fill="currentColor" />}
      </svg>
      {{ current: 'Current', behind: 'Catching up', parked: 'Has parked events' }[state]}
    </span>
  );
}

/** Builds a view anew in a shadow, shows how far that is, and gives it up when told to. */
function Rebuild({ view: { name, rebuild } }: { view: View }) {
  const [asking, setAsking] = useState(false);
  const begin = useOperation(
    () => api.POST('/api/v1/projections/{name}/rebuild', { params: { path: { name } } }),
    () => {
      setAsking(false);
      notify(`${name} is being built anew. The old view answers until it is done.`);
    },
  );
  const giveUp = useOperation(() => api.DELETE('/api/v1/projections/{name}/rebuild', { params: { path: { name } } }));

  if (rebuild !== null) {
    return (
      <div className={classes.rebuild}>
        <Progress value={rebuild.percent} aria-label={`Building ${name} anew`} />
        <p className="quiet">
          {rebuild.percent} %, event #{formatCount(rebuild.position)}
          {rebuild.perSecond !== null && `, ${formatCount(rebuild.perSecond)} / s`}
          {rebuild.remainingSeconds !== null && `, ${countOf(rebuild.remainingSeconds, 'second', 'seconds')} to go`}
        </p>
        {rebuild.error !== null && <p role="alert">Stopped: {rebuild.error}</p>}
        <Button size="xs" variant="default" disabled={giveUp.running} onClick={() => giveUp.run()}>
          Give up<span className="hidden-text"> building {name}</span>
        </Button>
        <Refusal problem={giveUp.problem} />
      </div>
    );
  }
  return (
    <div className={classes.actions}>
      {asking ? (
        <>
          <Button size="xs" loading={begin.running} onClick={() => begin.run()}>
            Read the whole log again<span className="hidden-text"> for {name}</span>
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsking(false)}>
            No
          </Button>
        </>
      ) : (
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          Rebuild …<span className="hidden-text"> {name}</span>
        </Button>
      )}
      <Refusal problem={begin.problem} />
    </div>
  );
}
