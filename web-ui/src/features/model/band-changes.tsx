import { Link } from '@tanstack/react-router';
import { formatDay } from '../../shared/format/dates';
import { countOf, formatCount } from '../../shared/format/numbers';
import type { BandChange, WhatIf } from '../../shared/risk/evaluation-answers';
import { HealthBand } from '../../shared/risk/health-band';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';

const COLUMNS: readonly TableColumn<BandChange>[] = [
  {
    header: 'Customer',
    cell: ({ customerId, firstOn }) => (
      <Link to="/customers/$customerId" params={{ customerId }} search={{ tab: 'risk', changedTo: firstOn }}>
        {customerId}
      </Link>
    ),
  },
  { header: 'First on', cell: ({ firstOn }) => formatDay(firstOn) },
  { header: 'In force, then', cell: ({ firstFrom }) => <HealthBand band={firstFrom} /> },
  { header: 'This one, then', cell: ({ firstTo }) => <HealthBand band={firstTo} /> },
  { header: 'Days that differ', number: true, cell: ({ days }) => formatCount(days) },
  { header: 'In force, now', cell: ({ before }) => <HealthBand band={before} /> },
  { header: 'This one, now', cell: ({ after }) => <HealthBand band={after} /> },
];

/** Customers that would be, or would have been, in another band. */
export function BandChanges({ found }: { found: Pick<WhatIf, 'changed' | 'changedTotal' | 'changedNow'> }) {
  const { changed, changedTotal, changedNow } = found;
  return changedTotal === 0 ? (
    <p>No customer would be in another band on any day.</p>
  ) : (
    <>
      <p>
        {countOf(changedTotal, 'customer', 'customers')} would have been in another band on some day, {changedNow} of
        them now{changed.length < changedTotal && `; the first ${changed.length} are shown`}.
      </p>
      <DataTable
        label="Customers in another band"
        rows={changed}
        keyOf={({ customerId }) => customerId}
        columns={COLUMNS}
      />
    </>
  );
}
