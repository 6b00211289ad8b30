import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../../../shared/format/dates';
import { formatShare } from '../../../shared/format/numbers';
import type { ChurnEvidence } from '../../../shared/risk/answers';
import { HealthBand } from '../../../shared/risk/health-band';
import { formatPoints, signalName } from '../../../shared/risk/risk-words';
import { DataTable, type TableColumn } from '../../../shared/ui/data-table';
import { ProblemMessage } from '../../../shared/ui/problem-message';
import classes from '../tab.module.css';
import type { TabProps } from '../tab-props';
import { useRiskEvidence } from './use-risk-evidence';

const MOST_REASONS = 3;

/** Of a customer that left: what could be seen before, and how long before. */
export function BeforeItLeft({ customerId, standpoint }: Pick<TabProps, 'customerId' | 'standpoint'>) {
  const evidence = useRiskEvidence(customerId, standpoint);
  return (
    <section className={classes.section} aria-labelledby="before">
      <h2 id="before">Before it left</h2>
      {evidence.data !== undefined ? (
        <EvidenceTable customerId={customerId} points={evidence.data.points} />
      ) : evidence.isError ? (
        <ProblemMessage error={evidence.error} onRetry={() => void evidence.refetch()} />
      ) : (
        <Skeleton height="12rem" radius="md" role="status" aria-label="Loading what was known before" />
      )}
    </section>
  );
}

type Row = ChurnEvidence['points'][number] & { customerId: string };

const COLUMNS: readonly TableColumn<Row>[] = [
  {
    header: 'Day',
    cell: ({ customerId, day, daysBefore }) => (
      <Link to="/customers/$customerId" params={{ customerId }} search={{ tab: 'risk', asOf: day, knownAt: 'then' }}>
        {formatDay(day)}
        {daysBefore > 0 && `, ${daysBefore} days before`}
      </Link>
    ),
  },
  { header: 'Health', number: true, cell: ({ health }) => formatPoints(health) },
  { header: 'Band', cell: ({ band }) => <HealthBand band={band} /> },
  { header: 'Loss', number: true, cell: ({ risk }) => formatShare(risk) },
  { header: 'Flag', cell: ({ flagged }) => (flagged ? 'raised' : 'none') },
  { header: 'Coverage', number: true, cell: ({ withData, of }) => `${withData} of ${of}` },
  {
    header: 'Held down most by',
    cell: ({ parts }) =>
      parts
        .slice(0, MOST_REASONS)
        .map(({ signal }) => signalName(signal))
        .join(' · '),
  },
];

function EvidenceTable({ customerId, points }: { customerId: string; points: ChurnEvidence['points'] }) {
  return (
    <DataTable
      label="Before it left"
      rows={points.map((point) => ({ ...point, customerId }))}
      keyOf={({ day }) => day}
      columns={COLUMNS}
    />
  );
}
