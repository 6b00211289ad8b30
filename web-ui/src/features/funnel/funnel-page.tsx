import { Skeleton } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { asProblem } from '../../shared/api/api-problem';
import type { Funnel } from '../../shared/api/types';
import { useStandpoint } from '../../shared/api/use-standpoint';
import { useProjections } from '../../shared/api/use-projections';
import { ChartFrame } from '../../shared/charts/chart-frame';
import { formatDay } from '../../shared/format/dates';
import { FEWEST_FOR_A_RATE, formatShare } from '../../shared/format/numbers';
import { EmptyInstallation } from '../../shared/ui/empty-installation';
import { Message } from '../../shared/ui/message';
import { PageHeading } from '../../shared/ui/page-heading';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { Choice } from '../../shared/ui/choice';
import { CohortFields } from './cohort-fields';
import { unitAsBeginning } from './funnel-unit';
import { FunnelBars } from './funnel-bars';
import classes from './funnel-page.module.css';
import { headlineOf } from './funnel-headline';
import { couldMake } from './funnel-parts';
import type { FunnelSearch, Outcome } from './funnel-search';
import { MembersDrawer } from './members-drawer';
import { TimesView } from './times-view';
import { TrendView } from './trend-view';
import { useFunnel } from './use-funnel';

const route = getRouteApi('/funnels/$funnelId');

/** How far a cohort of customers came, where it got lost, and who is behind each figure. */
export function FunnelPage() {
  const { funnelId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const standpoint = useStandpoint();
  const projections = useProjections();
  const cohort = { from: search.from, to: search.to };
  const funnel = useFunnel(funnelId, standpoint, cohort);
  const change = (part: FunnelSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), replace: true, resetScroll: false });
  const names = (step: string | undefined, outcome: Outcome | undefined) =>
    void navigate({ search: (previous) => ({ ...previous, step, outcome }), resetScroll: false });

  if (funnel.isError && asProblem(funnel.error).status === 404) {
    return (
      <>
        <PageHeading title={`No funnel ${funnelId}`} />
        <ProblemMessage error={funnel.error}>
          <p>
            <Link to="/funnels">See all funnels</Link>
          </p>
        </ProblemMessage>
      </>
    );
  }
  const view = search.view ?? 'steps';
  const data = funnel.data;
  const chosen = search.step === undefined ? undefined : data?.steps[Number(search.step)];
  return (
    <div className={classes.page}>
      <PageHeading title={data === undefined ? 'Funnel' : `${data.name} funnel`} lead={data && headlineOf(data)} />
      {standpoint !== undefined && (
        <div className={classes.tools}>
          <Choice
            label="View"
            value={view}
            options={[
              { value: 'steps', label: 'Steps' },
              { value: 'times', label: 'Time to convert' },
              { value: 'trend', label: 'Trend' },
            ]}
            onChange={(next) => change({ view: next === 'steps' ? undefined : next })}
          />
          <CohortFields cohort={cohort} asOf={standpoint.asOf} onChange={({ from, to }) => change({ from, to })} />
          <Link to="/define-funnel" className={classes.define}>
            Define another funnel
          </Link>
        </div>
      )}
      {funnel.isError ? (
        <ProblemMessage error={funnel.error} onRetry={() => void funnel.refetch()} />
      ) : data === undefined ? (
        <Skeleton height="34rem" radius="md" role="status" aria-label="Loading the funnel" />
      ) : data.entered === 0 ? (
        projections.data?.firstOccurredAt === null ? (
          <EmptyInstallation />
        ) : (
          <Message title="Nobody entered in this period">
            <p>Choose an earlier first day, a later last day, or a later day at the top of the page.</p>
          </Message>
        )
      ) : view === 'times' ? (
        <TimesView
          funnel={data}
          standpoint={standpoint}
          cohort={cohort}
          since={search.since}
          until={search.until}
          onChange={change}
        />
      ) : view === 'trend' ? (
        <TrendView
          funnel={data}
          standpoint={standpoint}
          cohort={cohort}
          until={search.until}
          by={search.by}
          onChange={change}
        />
      ) : (
        <ChartFrame
          title="Steps"
          description={
            <>
              {unitAsBeginning(data.unit)} that entered {periodOf(data)}, as of {formatDay(data.asOf)}. A step counts
              for those that made the one before; days are counted from entry. Choose a count or a part of a bar to see
              names.
              {smallest(data) < FEWEST_FOR_A_RATE && (
                <>
                  {' '}
                  Rates of fewer than {FEWEST_FOR_A_RATE} {data.unit} are greyed: they say little.
                </>
              )}
            </>
          }
          table={tableOf(data)}
          fileName={`funnel-${funnelId}`}
        >
          <FunnelBars
            steps={data.steps}
            entered={data.entered}
            onOpen={(step, outcome) => names(String(step), outcome)}
          />
        </ChartFrame>
      )}
      <MembersDrawer
        funnelId={funnelId}
        unit={data?.unit ?? 'customers'}
        step={chosen}
        outcome={search.outcome}
        standpoint={standpoint}
        cohort={cohort}
        onClose={() => names(undefined, undefined)}
      />
    </div>
  );
}

const smallest = (funnel: Funnel) => Math.min(...funnel.steps.map((step) => Math.min(couldMake(step), step.reached)));

function periodOf({ from, to }: Funnel): string {
  if (from === null && to === null) {
    return 'at any time';
  }
  return [from !== null && `from ${formatDay(from)}`, to !== null && `before ${formatDay(to)}`]
    .filter(Boolean)
    .join(' and ');
}

function tableOf(funnel: Funnel) {
  return {
    header: ['Step', 'Reached', 'Still open', 'Missed', 'Of entered', 'Of previous', 'Median days'],
    rows: funnel.steps.map((step) => [
      `${step.index + 1} ${step.name}`,
      step.reached,
      step.open,
      step.missed,
      formatShare(step.ofEntered),
      step.index === 0 ? null : formatShare(step.ofPrevious),
      step.medianDaysFromEntry,
    ]),
  };
}
