import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { formatDay } from '../../shared/format/dates';
import { formatCount, formatShare, NOTHING } from '../../shared/format/numbers';
import type { RiskTimeline } from '../../shared/risk/answers';
import type { RiskModel } from '../../shared/risk/evaluation-answers';
import { HealthBand } from '../../shared/risk/health-band';
import { formatPoints, formatValue, signalName } from '../../shared/risk/risk-words';
import { useRisk } from '../../shared/risk/use-risk';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';
import { Figures } from '../../shared/ui/figures';
import { Message } from '../../shared/ui/message';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { SearchField } from '../../shared/ui/search-field';
import { type ArithmeticRow, arithmeticOf } from './arithmetic';
import classes from './model-page.module.css';

interface Props {
  model: RiskModel;
  standpoint: StandpointQuery;
  customerId: string | undefined;
  onChoose: (customerId: string | undefined) => void;
}

/** Tries the model on one customer: the arithmetic, row by row, to the total. */
export function CustomerPart({ model, standpoint, customerId, onChoose }: Props) {
  return (
    <section className={classes.section} aria-labelledby="one-customer">
      <h2 id="one-customer">Tried on one customer</h2>
      <div className={classes.tools}>
        <SearchField
          label="Id of the customer"
          placeholder="As it stands in its address"
          value={customerId ?? ''}
          onCommit={(text) => onChoose(text === '' ? undefined : text)}
        />
      </div>
      {customerId !== undefined && <Arithmetic model={model} standpoint={standpoint} customerId={customerId} />}
    </section>
  );
}

function Arithmetic({
  model,
  standpoint,
  customerId,
}: Omit<Props, 'onChoose' | 'customerId'> & { customerId: string }) {
  const tried = useRisk(customerId, standpoint, { from: standpoint.asOf, model: model.modelId });
  const inForce = useRisk(customerId, standpoint, { from: standpoint.asOf });
  const problem = tried.error ?? inForce.error;
  if (problem !== null) {
    return <ProblemMessage error={problem} />;
  }
  if (tried.data === undefined || inForce.data === undefined) {
    return <Skeleton height="24rem" radius="md" role="status" aria-label="Loading the arithmetic" />;
  }
  const last = tried.data.days.at(-1);
  if (last === undefined || last.health === null) {
    return (
      <Message title="No health on this day">
        <p>On {formatDay(standpoint.asOf)} it was no customer, or no signal of the model had data.</p>
      </Message>
    );
  }
  return (
    <>
      <Figures
        figures={[
          figureOf(tried.data, model.name),
          ...(tried.data.model.modelId === inForce.data.model.modelId ? [] : [figureOf(inForce.data, 'In force')]),
        ]}
      />
      <DataTable
        label="What the health is added up from"
        rows={arithmeticOf(tried.data.parts, inForce.data.parts)}
        keyOf={({ part }) => part.signal}
        columns={COLUMNS}
      />
      <p>
        <Link to="/customers/$customerId" params={{ customerId }} search={{ tab: 'risk' }}>
          Its risk day by day
        </Link>
      </p>
    </>
  );
}

const figureOf = (line: RiskTimeline, label: string) => {
  const last = line.days.at(-1);
  return {
    label,
    value: formatPoints(last?.health ?? null),
    note: (
      <>
        <HealthBand band={last?.band ?? null} /> {formatShare(last?.risk ?? null)} loss in {line.model.horizonDays} days
      </>
    ),
  };
};

const COLUMNS: readonly TableColumn<ArithmeticRow>[] = [
  { header: 'Signal', cell: ({ part }) => <span title={part.words}>{signalName(part.signal)}</span> },
  { header: 'Value', number: true, cell: ({ part }) => formatValue(part.value, part.unit) },
  {
    header: 'Poor … good',
    number: true,
    cell: ({ part: { poor, good } }) => (poor === null || good === null ? NOTHING : `${poor} … ${good}`),
  },
  { header: 'Weight', number: true, cell: ({ part }) => formatCount(part.weight) },
  { header: 'Points', number: true, cell: ({ points }) => formatPoints(points) },
  { header: 'Sum so far', number: true, cell: ({ sum }) => formatPoints(sum) },
  { header: 'Points in force', number: true, cell: ({ inForce }) => formatPoints(inForce) },
];
