import { Link } from '@tanstack/react-router';
import type { DueRenewal } from '../../shared/api/types';
import { formatDay, formatDistance } from '../../shared/format/dates';
import { words } from '../../shared/format/field-words';
import { formatWholeMoney } from '../../shared/format/money';
import { NOTHING } from '../../shared/format/numbers';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';
import { OutcomeLabel } from './outcome-label';

interface Props {
  renewals: readonly DueRenewal[];
  /** By id, once they are known. */
  names: ReadonlyMap<string, string> | undefined;
  asOf: string;
  busy: boolean;
}

/** The renewals of the quarter, by the day they are due. */
export function RenewalTable({ renewals, names, asOf, busy }: Props) {
  return (
    <DataTable
      label="Renewals by due day"
      columns={columnsOf(asOf, names)}
      rows={renewals}
      keyOf={({ licenseId, dueOn }) => `${licenseId} ${dueOn}`}
      busy={busy}
    />
  );
}

const columnsOf = (asOf: string, names: Props['names']): TableColumn<DueRenewal>[] => [
  {
    header: 'Customer',
    cell: ({ customerId }) => (
      <Link to="/customers/$customerId" params={{ customerId }} search={{ tab: 'commercial' }} title={customerId}>
        {names?.get(customerId) ?? customerId}
      </Link>
    ),
  },
  {
    header: 'Due',
    cell: ({ dueOn, outcome }) => (
      <>
        {formatDay(dueOn)} {outcome === 'open' && <span className="quiet">{formatDistance(dueOn, asOf)}</span>}
      </>
    ),
  },
  { header: 'Outcome', cell: (renewal) => <OutcomeLabel renewal={renewal} /> },
  {
    header: 'Target / month',
    number: true,
    meaning: 'What is paid at the end of the term.',
    cell: ({ target }) => formatWholeMoney(target),
  },
  { header: 'Renewed / month', number: true, cell: ({ renewed }) => formatWholeMoney(renewed) },
  { header: 'Renewed on', cell: ({ renewedOn }) => formatDay(renewedOn) },
  { header: 'Plan', cell: ({ plan }) => plan },
  { header: 'Reason', cell: ({ reasonCode }) => (reasonCode === null ? NOTHING : words(reasonCode)) },
];
