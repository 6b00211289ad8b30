import { SegmentedControl, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useStandpoint } from '../../shared/api/use-standpoint';
import { countOf, formatCount } from '../../shared/format/numbers';
import type { DriversAnswer, SignalSeen } from '../../shared/risk/evaluation-answers';
import { RunningReplay } from '../../shared/risk/running-replay';
import { useSignals } from '../../shared/risk/use-signals';
import { Message } from '../../shared/ui/message';
import { PageHeading } from '../../shared/ui/page-heading';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { SelectField } from '../../shared/ui/select-field';
import { oneOf } from '../../shared/url/search-values';
import { DriverCurve } from './driver-curve';
import { DriverList } from './driver-list';
import classes from './drivers-page.module.css';
import { type DriversSearch, HORIZONS, type Part, PARTS } from './drivers-search';
import { InterventionEffect } from './intervention-effect';
import { ReasonsList } from './reasons-list';
import { useDrivers } from './use-drivers';

const route = getRouteApi('/drivers');

const TITLES: Record<Part, string> = { signals: 'Signals', reasons: 'Reasons given', interventions: 'Interventions' };

/** What goes with loss: signals by their curves, the reasons that were given, and how those fared that were worked on. */
export function DriversPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const standpoint = useStandpoint();
  const days = search.days ?? '60';
  const part = search.part ?? 'signals';
  const drivers = useDrivers(standpoint, days);
  const signals = useSignals();
  const answer = drivers.data?.result;
  const change = (changed: DriversSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...changed }), replace: true, resetScroll: false });

  return (
    <div className={classes.page}>
      <PageHeading
        title="Drivers"
        lead={
          answer
            ? `${countOf(answer.rows, 'observation', 'observations')} at month ends of ${countOf(answer.customers, 'customer', 'customers')}, of whom ${formatCount(answer.lostCustomers)} were lost within ${answer.horizonDays} days.`
            : 'What goes with loss, over the whole history.'
        }
      />
      <p className={classes.banner} role="note">
        <strong>Association, not cause.</strong>{' '}
        {answer?.drivers.note.replace('These figures are association, not cause: w', 'W') ??
          'What goes with loss need not bring it about.'}
      </p>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label="Part"
          value={part}
          onChange={(value) => change({ part: oneOf(PARTS, value) })}
          data={PARTS.map((value) => ({ value, label: TITLES[value] }))}
        />
        <SelectField
          label="A loss counts within"
          inline
          value={days}
          onChange={(value) => change({ days: value === '60' ? undefined : oneOf(HORIZONS, value) })}
          options={HORIZONS.map((value) => ({ value, label: `${value} days` }))}
        />
      </div>
      {drivers.isError && drivers.data === undefined ? (
        <ProblemMessage error={drivers.error} onRetry={() => void drivers.refetch()} />
      ) : drivers.data === undefined ? (
        <Skeleton height="36rem" radius="md" role="status" aria-label="Loading the drivers" />
      ) : !answer ? (
        <RunningReplay customersSeen={drivers.data.customersSeen} what="Replaying the history" />
      ) : part === 'reasons' ? (
        <ReasonsList reasons={answer.reasons} />
      ) : part === 'interventions' ? (
        <InterventionEffect effect={answer.interventions} />
      ) : (
        <Signals
          answer={answer}
          signals={signals.data ?? []}
          chosen={search.signal}
          onChoose={(signal) => change({ signal })}
        />
      )}
    </div>
  );
}

interface SignalsProps {
  answer: DriversAnswer;
  signals: readonly SignalSeen[];
  chosen: string | undefined;
  onChoose: (signal: string) => void;
}

function Signals({ answer, signals, chosen, onChoose }: SignalsProps) {
  const all = answer.drivers.clusters.flatMap((cluster) => cluster.drivers);
  const open = all.find(({ signal }) => signal === chosen) ?? all[0];
  if (open === undefined) {
    return (
      <Message title="Nothing to compare yet">
        <p>
          A signal can be looked at once customers with data were lost, and others stayed. Choose a later day, or a
          longer time within which a loss counts.
        </p>
      </Message>
    );
  }
  const lost = open.deciles.reduce((sum, decile) => sum + decile.lost, 0);
  return (
    <div className={classes.split}>
      <DriverList clusters={answer.drivers.clusters} chosen={open.signal} onChoose={onChoose} />
      <div className={classes.open} aria-live="polite">
        <DriverCurve
          key={open.signal}
          driver={open}
          signal={signals.find(({ signal }) => signal === open.signal)}
          horizonDays={answer.horizonDays}
          lossRate={open.rows === 0 ? null : lost / open.rows}
        />
      </div>
    </div>
  );
}
