import { Link } from '@tanstack/react-router';
import { formatShare, NOTHING } from '../../shared/format/numbers';
import type { RiskRow } from '../../shared/risk/answers';
import { HealthBand } from '../../shared/risk/health-band';
import { signalName } from '../../shared/risk/risk-words';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';
import { HealthBar } from './health-bar';
import { HealthChange } from '../../shared/risk/health-change';

interface Props {
  customers: readonly RiskRow[];
  horizonDays: number;
  busy: boolean;
}

/** Customers with their health, what it is held down by, and what a colleague says. */
export function RiskTable({ customers, horizonDays, busy }: Props) {
  return (
    <DataTable
      label="Customers by risk"
      columns={columnsOf(horizonDays)}
      rows={customers}
      keyOf={({ customerId }) => customerId}
      busy={busy}
    />
  );
}

const columnsOf = (horizonDays: number): TableColumn<RiskRow>[] => [
  {
    header: 'Customer',
    cell: ({ customerId, name }) => (
      <Link to="/customers/$customerId" params={{ customerId }} search={{ tab: 'risk' }}>
        {name ?? customerId}
      </Link>
    ),
  },
  {
    header: 'Health',
    number: true,
    meaning: '0 to 100; 100 is healthy.',
    cell: ({ health }) => <HealthBar health={health} />,
  },
  { header: 'Band', cell: ({ band }) => <HealthBand band={band} /> },
  {
    header: `Loss in ${horizonDays}\u00a0d`,
    number: true,
    meaning: 'Probability of loss within the horizon of the model.',
    cell: ({ risk }) => formatShare(risk),
  },
  { header: 'Change in 30\u00a0d', number: true, cell: ({ change30 }) => <HealthChange change={change30} /> },
  {
    header: 'Held down most by',
    cell: ({ drivers }) => (drivers.length === 0 ? NOTHING : drivers.map(signalName).join(' · ')),
  },
  {
    header: 'Coverage',
    number: true,
    meaning: 'Signals of the model that had data.',
    cell: ({ withData, of }) => (
      <span className={withData * 2 < of ? 'faded' : undefined}>
        {withData} of {of}
      </span>
    ),
  },
  {
    header: 'Judged, 1–5',
    number: true,
    meaning: 'By a colleague, within 180 days.',
    cell: ({ rating, disagreement }) => (rating === null ? NOTHING : disagreement ? `${rating} – disagrees` : rating),
  },
  { header: 'Owner', cell: ({ owner }) => owner ?? NOTHING },
];
