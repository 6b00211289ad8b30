import { Skeleton } from '@mantine/core';
import type { Funnel, FunnelTrend } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { ChartFrame } from '../../shared/charts/chart-frame';
import { ColumnChart } from '../../shared/charts/column-chart';
import { OpenSwatch } from '../../shared/charts/hatch';
import { FEWEST_FOR_A_RATE, formatCount, formatShare } from '../../shared/format/numbers';
import { Choice } from '../../shared/ui/choice';
import pageClasses from '../../shared/ui/page.module.css';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { SelectField } from '../../shared/ui/select-field';
import { stepAt } from './chosen-step';
import { unitAsBeginning } from './funnel-unit';
import type { Interval } from './funnel-search';
import { openUntil, togetherOf, trendColumns } from './trend-columns';
import type { Cohort } from './use-funnel';
import { useFunnelTrend } from './use-funnel-trend';

interface Props {
  funnel: Funnel;
  standpoint: StandpointQuery | undefined;
  cohort: Cohort;
  until: string | undefined;
  by: Interval | undefined;
  onChange: (part: { until?: string | undefined; by?: Interval | undefined }) => void;
}

/** Whether those who entered later come further. */
export function TrendView({ funnel, standpoint, cohort, until, by = 'month', onChange }: Props) {
  const trend = useFunnelTrend(funnel.funnelId, by, standpoint, cohort);
  const step = stepAt(funnel.steps, until) ?? funnel.steps.at(-1);
  return (
    <>
      <div className={pageClasses.tools}>
        <SelectField
          label="Step"
          value={String(step?.index ?? '')}
          options={funnel.steps.map(({ index, name }) => ({ value: String(index), label: `${index + 1} ${name}` }))}
          onChange={(value) => onChange({ until: value })}
        />
        <Choice
          label="By entry in a"
          value={by}
          options={[
            { value: 'week', label: 'Week' },
            { value: 'month', label: 'Month' },
          ]}
          onChange={(next) => onChange({ by: next === 'month' ? undefined : next })}
        />
      </div>
      {trend.isError ? (
        <ProblemMessage error={trend.error} onRetry={() => void trend.refetch()} />
      ) : trend.data === undefined || step === undefined ? (
        <Skeleton height="24rem" radius="md" role="status" aria-label="Loading the trend" />
      ) : (
        <ChartFrame
          title={`Share that made “${step.name}”, by ${by} of entry`}
          description={
            <>
              {unitAsBeginning(funnel.unit)} by the {by} they entered in. {togetherInWords(trend.data, step.index)}{' '}
              Paler columns are of fewer than {FEWEST_FOR_A_RATE}: they say little. <OpenSwatch /> Some of that {by} can
              still make it, so the column may grow up to its outline.
            </>
          }
          table={tableOf(trend.data, step.index)}
          fileName={`funnel-${funnel.funnelId}-trend`}
        >
          <ColumnChart
            label={`Share that made “${step.name}”`}
            columns={trendColumns(trend.data, step.index)}
            format={(percent) => formatShare(percent / 100)}
            openNote="some can still make it"
          />
        </ChartFrame>
      )}
    </>
  );
}

/** The cohorts add up to the funnel, so the reader can hold one against the other. */
function togetherInWords({ points }: FunnelTrend, index: number): string {
  const { entered, reached } = togetherOf(points, index);
  return `Together ${formatCount(reached)} of ${formatCount(entered)}, as in the steps.`;
}

function tableOf({ points }: FunnelTrend, index: number) {
  return {
    header: ['Entered from', 'before', 'Entered', 'Made it', 'Still can', 'Share'],
    rows: points.map((point) => {
      const reached = point.steps[index]?.reached ?? 0;
      return [
        point.from,
        point.to,
        point.entered,
        reached,
        openUntil(point, index),
        formatShare(point.entered === 0 ? null : reached / point.entered),
      ];
    }),
  };
}
