import { Skeleton } from '@mantine/core';
import type { Funnel, FunnelTimes, StepTimes } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { ChartFrame } from '../../shared/charts/chart-frame';
import { ColumnChart } from '../../shared/charts/column-chart';
import { FEWEST_FOR_A_RATE, formatCount, formatDecimal, formatShare } from '../../shared/format/numbers';
import { Card } from '../../shared/ui/card';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';
import { Message } from '../../shared/ui/message';
import pageClasses from '../../shared/ui/page.module.css';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { SelectField } from '../../shared/ui/select-field';
import { binsOf, nameOfBin } from './time-curve';
import { TimeCurveChart } from './time-curve-chart';
import { stepAt } from './chosen-step';
import { countOfUnit } from './funnel-unit';
import type { Cohort } from './use-funnel';
import { useFunnelTimes } from './use-funnel-times';

interface Props {
  funnel: Funnel;
  standpoint: StandpointQuery | undefined;
  cohort: Cohort;
  /** As they stand in the address; the funnel may have fewer steps. */
  since: string | undefined;
  until: string | undefined;
  onChange: (part: { since?: string | undefined; until?: string | undefined }) => void;
}

/** How long it takes from one step to the later ones. */
export function TimesView({ funnel, standpoint, cohort, since, until, onChange }: Props) {
  const { steps } = funnel;
  // From the last step there is nowhere to go.
  const from = stepAt(steps.slice(0, -1), since) ?? steps[0];
  const later = steps.filter(({ index }) => index > (from?.index ?? 0));
  const times = useFunnelTimes(funnel.funnelId, from?.index ?? 0, standpoint, cohort);
  if (from === undefined || later.length === 0) {
    return (
      <Message title="This funnel has one step only">
        <p>There is no way from it to another, so there are no times.</p>
      </Message>
    );
  }
  const to = stepAt(later, until) ?? later.at(-1);
  const drawn = times.data?.steps.find(({ index }) => index === to?.index);
  return (
    <>
      <div className={pageClasses.tools}>
        <SelectField
          label="Time from"
          value={String(from.index)}
          options={steps
            .slice(0, -1)
            .map(({ index, name }) => ({ value: String(index), label: `${index + 1} ${name}` }))}
          onChange={(value) => onChange({ since: value === '0' ? undefined : value })}
        />
        <SelectField
          label="to"
          value={String(to?.index ?? '')}
          options={later.map(({ index, name }) => ({ value: String(index), label: `${index + 1} ${name}` }))}
          onChange={(value) => onChange({ until: value })}
        />
      </div>
      {times.isError ? (
        <ProblemMessage error={times.error} onRetry={() => void times.refetch()} />
      ) : times.data === undefined || drawn === undefined ? (
        <Skeleton height="34rem" radius="md" role="status" aria-label="Loading the times" />
      ) : (
        <>
          <ChartFrame
            title={`From “${from.name}” to “${drawn.name}”`}
            description={describe(drawn, funnel)}
            table={{
              header: ['Day', 'At risk', 'Got there', 'Watched no longer', 'Estimated share there'],
              rows: drawn.curve.map(({ day, atRisk, reached, watched, share }) => [
                day,
                atRisk,
                reached,
                watched,
                formatShare(share),
              ]),
            }}
            fileName={`funnel-${funnel.funnelId}-times`}
          >
            {drawn.curve.length === 0 ? (
              <p className="quiet">Nobody is on this way.</p>
            ) : (
              <TimeCurveChart step={drawn} />
            )}
          </ChartFrame>
          <Card title="Days to each step">
            <DataTable
              label="Days to each step"
              columns={COLUMNS}
              rows={times.data.steps}
              keyOf={({ index }) => String(index)}
              busy={times.isPlaceholderData}
            />
          </Card>
          {drawn.reached > 0 && <Histogram drawn={drawn} funnelId={times.data.funnelId} />}
        </>
      )}
    </>
  );
}

function describe({ among, reached, times }: StepTimes, { unit }: Funnel): string {
  const median =
    times === null
      ? 'Nobody got there yet.'
      : `Half of those who got there needed ${formatDecimal(times.median)} days, nine of ten ${formatDecimal(times.p90)}.`;
  return (
    `${formatCount(reached)} of ${countOfUnit(among, unit)} got there. ${median} The line estimates the share of all ` +
    'that is there after so many days, by Kaplan and Meier: who is still on the way counts as long as it was watched. ' +
    'A tick on the line is a day on which the watch over somebody ended.'
  );
}

const days = (pick: (times: NonNullable<StepTimes['times']>) => number) => (step: StepTimes) => (
  <span className={step.reached < FEWEST_FOR_A_RATE ? 'faded' : undefined}>
    {formatDecimal(step.times === null ? null : pick(step.times))}
  </span>
);

const COLUMNS: readonly TableColumn<FunnelTimes['steps'][number]>[] = [
  { header: 'Step', cell: ({ index, name }) => `${index + 1} ${name}` },
  {
    header: 'Got there',
    number: true,
    cell: ({ reached, among }) => `${formatCount(reached)} of ${formatCount(among)}`,
  },
  { header: 'A quarter within', number: true, meaning: '25 % quantile, days', cell: days(({ p25 }) => p25) },
  { header: 'Median', number: true, meaning: 'Days', cell: days(({ median }) => median) },
  { header: 'Three quarters within', number: true, meaning: '75 % quantile, days', cell: days(({ p75 }) => p75) },
  { header: 'Nine of ten within', number: true, meaning: '90 % quantile, days', cell: days(({ p90 }) => p90) },
  { header: 'Mean', number: true, meaning: 'Days; a few that took long move it', cell: days(({ mean }) => mean) },
];

function Histogram({ drawn, funnelId }: { drawn: StepTimes; funnelId: string }) {
  const bins = binsOf(drawn.curve);
  return (
    <ChartFrame
      title="How many took how long"
      description={`Those who got to “${drawn.name}”, by the whole days it took. Who is still on the way is not in it.`}
      table={{ header: ['Days', 'Got there'], rows: bins.map((bin) => [nameOfBin(bin), bin.count]) }}
      fileName={`funnel-${funnelId}-histogram`}
    >
      <ColumnChart
        label="Days it took"
        height={160}
        columns={bins.map((bin) => ({
          key: String(bin.from),
          label: nameOfBin(bin),
          parts: [{ name: 'got there', value: bin.count, tone: 'full', figure: null }],
        }))}
      />
    </ChartFrame>
  );
}
