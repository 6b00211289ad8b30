import { SegmentedControl, Skeleton } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useSayModel } from '../../../shared/api/page-model';
import { addDays } from '../../../shared/format/days';
import { formatDay } from '../../../shared/format/dates';
import { formatShare, NOTHING } from '../../../shared/format/numbers';
import type { RiskTimeline } from '../../../shared/risk/answers';
import { HealthBand } from '../../../shared/risk/health-band';
import { formatChange, formatPoints, modelInWords } from '../../../shared/risk/risk-words';
import { useRisk } from '../../../shared/risk/use-risk';
import { DateField } from '../../../shared/ui/date-field';
import { Figures } from '../../../shared/ui/figures';
import { Message } from '../../../shared/ui/message';
import { ProblemMessage } from '../../../shared/ui/problem-message';
import { BeforeItLeft } from './before-it-left';
import { RiskChangesList } from './risk-changes-list';
import { RiskChart } from './risk-chart';
import { RiskPartsTable } from './risk-parts-table';
import { MONTHS, type RiskTabSearch } from './risk-search';
import classes from '../tab.module.css';
import type { TabProps } from '../tab-props';
import { useRiskAsSeen } from './use-risk-as-seen';
import { useRiskChanges } from './use-risk-changes';

const route = getRouteApi('/customers/$customerId');

const DAYS_OF = { '6': 182, '12': 365, '24': 730 } as const;
const USUAL_DAYS_BETWEEN = 30;

/** How healthy the customer was day by day, why, and what the team knew of it. */
export function RiskTab({ customerId, page, standpoint }: TabProps) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const months = search.months ?? '6';
  const risk = useRisk(customerId, standpoint, { from: addDays(standpoint.asOf, 1 - DAYS_OF[months]) });
  const line = risk.data;
  useSayModel(line && modelInWords(line.model));
  const seen = useRiskAsSeen(customerId, line?.days ?? [], search.trace === 'then');
  const change = (part: RiskTabSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), replace: true, resetScroll: false });

  if (line === undefined) {
    return risk.isError ? (
      <ProblemMessage error={risk.error} onRetry={() => void risk.refetch()} />
    ) : (
      <Skeleton height="48rem" radius="md" role="status" aria-label="Loading the risk" />
    );
  }
  if (line.days.length === 0) {
    return (
      <Message title="No customer on these days">
        <p>In the months before this day nothing was in force. Choose an earlier day at the top, or more months.</p>
      </Message>
    );
  }
  const to = search.changedTo ?? line.days.at(-1)?.day ?? standpoint.asOf;
  const from = search.changedFrom ?? addDays(to, -USUAL_DAYS_BETWEEN);
  return (
    <div className={classes.tab}>
      <RiskFigures line={line} />
      <p className="quiet">{line.model.note}</p>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label="Months shown"
          value={months}
          onChange={(value) => change({ months: MONTHS.find((one) => one === value) })}
          data={MONTHS.map((value) => ({ value, label: `${value} months` }))}
        />
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={search.trace === 'then'}
            onChange={(event) => change({ trace: event.currentTarget.checked ? 'then' : undefined })}
          />
          As the team knew it on the day
        </label>
        {search.trace === 'then' && (
          <span className="quiet" role="status">
            {seen.failed
              ? 'Some days could not be asked.'
              : seen.loading
                ? 'Asking week by week …'
                : seen.points === 0
                  ? 'Nothing was recorded yet on those days.'
                  : `${seen.points} weeks`}
          </span>
        )}
        <Link to="/cases" search={{ open: customerId }}>
          Open a case
        </Link>
        <Link to="/model" search={{ part: 'customer', customer: customerId }}>
          The arithmetic
        </Link>
      </div>
      <RiskChart
        line={line}
        terms={page.terms}
        seen={seen.seen}
        from={from}
        to={to}
        onPick={(first, last) => change({ changedFrom: first, changedTo: last })}
      />
      <Changes customerId={customerId} standpoint={standpoint} from={from} to={to} onChange={change} key={customerId} />
      {page.churn !== null && <BeforeItLeft customerId={customerId} standpoint={standpoint} />}
      <section className={classes.section} aria-labelledby="parts">
        <h2 id="parts">What the health of {formatDay(line.days.at(-1)?.day ?? null)} is made of</h2>
        <RiskPartsTable parts={line.parts} />
      </section>
    </div>
  );
}

function RiskFigures({ line }: { line: RiskTimeline }) {
  const last = line.days.at(-1);
  const before = line.days.at(-1 - USUAL_DAYS_BETWEEN);
  const flag = line.flags.find(({ clearedOn }) => clearedOn === null);
  const change =
    last?.health === undefined || last.health === null || before?.health === undefined || before.health === null
      ? null
      : last.health - before.health;
  return (
    <Figures
      figures={[
        { label: 'Health', value: formatPoints(last?.health ?? null), note: <HealthBand band={last?.band ?? null} /> },
        {
          label: `Loss within ${line.model.horizonDays} days`,
          value: formatShare(last?.risk ?? null),
          note: line.model.calibrated ? 'learned, calibrated' : 'not calibrated',
        },
        { label: 'Change in 30 days', value: formatChange(change) },
        {
          label: 'Signals with data',
          value: last === undefined ? NOTHING : `${last.withData} of ${last.of}`,
        },
        {
          label: 'Flag',
          value: flag === undefined ? 'none' : 'raised',
          note: flag && `since ${formatDay(flag.raisedOn)}`,
        },
      ]}
    />
  );
}

interface ChangesProps extends Pick<TabProps, 'customerId' | 'standpoint'> {
  from: string;
  to: string;
  onChange: (part: Pick<RiskTabSearch, 'changedFrom' | 'changedTo'>) => void;
}

function Changes({ customerId, standpoint, from, to, onChange }: ChangesProps) {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const changes = useRiskChanges(customerId, standpoint, first, last);
  return (
    <section className={classes.section} aria-labelledby="changes">
      <h2 id="changes">What changed</h2>
      <div className={classes.tools}>
        <DateField
          label="From the end of"
          value={first}
          max={last}
          onCommit={(day) => onChange({ changedFrom: day, changedTo: last })}
        />
        <DateField
          label="To the end of"
          value={last}
          max={standpoint.asOf}
          onCommit={(day) => onChange({ changedFrom: first, changedTo: day })}
        />
      </div>
      {changes.data === undefined ? (
        changes.isError ? (
          <ProblemMessage error={changes.error} onRetry={() => void changes.refetch()} />
        ) : (
          <Skeleton height="16rem" radius="md" role="status" aria-label="Loading what changed" />
        )
      ) : (
        <RiskChangesList found={changes.data} />
      )}
    </section>
  );
}
