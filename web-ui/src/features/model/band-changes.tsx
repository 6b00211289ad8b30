import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
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
  { header: 'In force, then', cell: ({ firstFrom }) => <HealthBand band={firstFrom || null} /> },
  { header: 'This one, then', cell: ({ firstTo }) => <HealthBand band={firstTo || null} /> },
  { header: 'Days that differ', number: true, cell: ({ days }) => formatCount(days) },
  { header: 'In force, now', cell: ({ before }) => <HealthBand band={before || null} /> },
  { header: 'This one, now', cell: ({ after }) => <HealthBand band={after || null} /> },
];

const SHOWN_AT_FIRST = 12;

/** Customers that would be, or would have been, in another band. */
export function BandChanges({ found }: { found: Pick<WhatIf, 'changed' | 'changedTotal' | 'changedNow'> }) {
  const { changed, changedTotal, changedNow } = found;
  const [all, setAll] = useState(false);
  const shown = all ? changed : changed.slice(0, SHOWN_AT_FIRST);
  return changedTotal === 0 ? (
    <p>No customer would be in another band on any day.</p>
  ) : (
    <>
      <p>
        {countOf(changedTotal, 'customer', 'customers')} would have been in another band on some day, {changedNow} of
        them now.
      </p>
      <DataTable
        label="Customers in another band"
        rows={shown}
        keyOf={({ customerId }) => customerId}
        columns={COLUMNS}
      />
      {shown.length < changed.length && (
        <div>
          <Button size="xs" variant="default" onClick={() => setAll(true)}>
            Show {countOf(changed.length - shown.length, 'more customer', 'more customers')}
          </Button>
        </div>
      )}
      {changed.length < changedTotal && <p className="faded">The list ends after {changed.length} customers.</p>}
    </>
  );
}
