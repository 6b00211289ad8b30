import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useProjections } from '../../shared/api/use-projections';
import { useStandpoint } from '../../shared/api/use-standpoint';
import { ChartFrame, type ChartTable } from '../../shared/charts/chart-frame';
import { formatDay } from '../../shared/format/dates';
import { formatCompactMoney } from '../../shared/format/money';
import { formatCount, formatShare } from '../../shared/format/numbers';
import { Choice } from '../../shared/ui/choice';
import { CustomerField } from '../../shared/ui/customer-field';
import { EmptyInstallation } from '../../shared/ui/empty-installation';
import { Message } from '../../shared/ui/message';
import { PageHeading } from '../../shared/ui/page-heading';
import classes from '../../shared/ui/page.module.css';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { type CohortRow, type CohortTable, greatestRate } from './cohort-table';
import type { CohortsSearch, CohortUnit } from './cohorts-search';
import { ComparedCells } from './compared-cells';
import { HeatMap } from './heat-map';
import { lacksPersons, tablesOf, useCohorts } from './use-cohorts';

const route = getRouteApi('/cohorts');

const WORDS: Record<CohortUnit, { option: string; title: string; meaning: string }> = {
  customers: {
    option: 'Customers',
    title: 'Customers that stayed',
    meaning: 'Customers by the month their first contract began in; a cell is those still under contract.',
  },
  revenue: {
    option: 'Revenue',
    title: 'Revenue that stayed',
    meaning: 'Monthly revenue by the month the first contract began in; above 100 % it has grown.',
  },
  users: {
    option: 'Active people',
    title: 'People that came back',
    meaning: 'People by the month they were first active in; a cell is those active in that later month.',
  },
  accounts: {
    option: 'Active accounts',
    title: 'Accounts that came back',
    meaning: 'Accounts by the month they were first active in; a cell is those active in that later month.',
  },
};

/** What is left of those who began together, month by month. */
export function CohortsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const standpoint = useStandpoint();
  const projections = useProjections();
  const unit = search.of ?? 'customers';
  const against = search.against ?? 'begin';
  const byActivity = unit === 'users' || unit === 'accounts';
  const cohorts = useCohorts(standpoint, unit, byActivity ? search.customer : undefined);
  const change = (part: CohortsSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), replace: true, resetScroll: false });
  const answer = cohorts.data;
  const tables = answer === undefined ? [] : tablesOf(answer, against === 'previous');
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const greatest = greatestRate(filled);
  return (
    <div className={classes.page}>
      <PageHeading title="Cohorts" lead="What is left of those who began together, month by month." />
      <div className={classes.tools}>
        <Choice
          label="Follow"
          value={unit}
          options={(Object.keys(WORDS) as CohortUnit[]).map((value) => ({ value, label: WORDS[value].option }))}
          onChange={(of) => change({ of, one: undefined, other: undefined })}
        />
        <Choice
          label="As a share of"
          value={against}
          options={[
            { value: 'begin', label: 'the begin' },
            { value: 'previous', label: 'the month before' },
          ]}
          onChange={(next) => change({ against: next })}
        />
        {byActivity && (
          <CustomerField
            standpoint={standpoint}
            value={search.customer}
            onChange={(customer) => change({ customer })}
          />
        )}
      </div>
      {cohorts.isError ? (
        <ProblemMessage error={cohorts.error} onRetry={() => void cohorts.refetch()} />
      ) : answer === undefined ? (
        <Skeleton height="38rem" radius="md" role="status" aria-label="Loading the cohorts" />
      ) : lacksPersons(answer) ? (
        <Message title="People are not known here">
          <p>
            The sources tell totals of days. Follow active accounts instead, or send log-ons and uses with user ids.
          </p>
        </Message>
      ) : filled.length === 0 ? (
        projections.data?.firstOccurredAt === null ? (
          <EmptyInstallation />
        ) : (
          <Message title="No cohort began in this time">
            <p>Choose a later day at the top of the page, or follow something else.</p>
          </Message>
        )
      ) : (
        filled.map((table) => (
          <Cohorts
            key={table.currency ?? ''}
            table={table}
            unit={answer.unit}
            asOf={answer.asOf}
            greatest={greatest}
            search={search}
            onChange={change}
          />
        ))
      )}
    </div>
  );
}

interface CohortsProps {
  table: CohortTable;
  unit: CohortUnit;
  asOf: string;
  greatest: number;
  search: CohortsSearch;
  onChange: (part: CohortsSearch) => void;
}

function Cohorts({ table, unit, asOf, greatest, search: { one, other, against }, onChange }: CohortsProps) {
  const { currency } = table;
  const { title, meaning } = WORDS[unit];
  const format = (count: number) =>
    currency === null || unit !== 'revenue' ? formatCount(count) : formatCompactMoney({ currency, minorUnits: count });
  const whole = unit === 'revenue' && currency !== null ? `${title}, ${currency}` : title;
  const chosen = [one, other].filter((cell) => cell !== undefined);
  return (
    <>
      <ChartFrame
        title={whole}
        description={
          <>
            {meaning} Columns are months since, as of {formatDay(asOf)}; all cells share one scale.{' '}
            {against === 'previous' && 'Each cell is a share of the month before it. '}
            Choose a cell to see what it counts; Shift and a click compares two.
          </>
        }
        table={figuresOf(table, format)}
        fileName={`cohorts-${unit}`}
      >
        <HeatMap
          label={whole}
          table={table}
          greatest={greatest}
          format={format}
          countsCases={unit !== 'revenue'}
          chosen={chosen}
          onChoose={(cell) =>
            onChange(one === undefined || other !== undefined ? { one: cell, other: undefined } : { other: cell })
          }
        />
      </ChartFrame>
      {one !== undefined && (
        <ComparedCells
          table={table}
          one={one}
          other={other}
          format={format}
          onClear={() => onChange({ one: undefined, other: undefined })}
        />
      )}
    </>
  );
}

function figuresOf({ mean, rows }: CohortTable, format: (count: number) => string): ChartTable {
  const columns = mean.cells.map((_, index) => String(index));
  const lineOf = ({ month, size, cells }: CohortRow) =>
    [month, size === null ? null : format(size.value)].concat(
      columns.map((_, index) => formatShare(cells[index]?.value ?? null)),
    );
  return { header: ['Began in', 'Size', ...columns], rows: [mean, ...rows].map(lineOf) };
}
