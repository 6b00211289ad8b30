import type { LicenseSeats } from '../../shared/api/types';
import { FigureButton, RateButton } from '../../shared/explain/figure-button';
import { formatDay } from '../../shared/format/dates';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';
import classes from './tab.module.css';

const COLUMNS: TableColumn<LicenseSeats>[] = [
  { header: 'License', cell: (license) => license.product ?? license.licenseId },
  { header: 'Plan', cell: (license) => license.plan },
  { header: 'Term', cell: (license) => `${formatDay(license.startsOn)} – ${formatDay(license.endsOn)}` },
  { header: 'Notice given', cell: (license) => formatDay(license.noticeGivenOn) },
  ...(
    [
      ['Sold', 'sold'],
      ['Assigned', 'assigned'],
      ['Logged on', 'loggedOn'],
      ['Trained', 'trained'],
      ['Active', 'active28'],
    ] as const
  ).map(([header, key]) => ({
    header,
    number: true,
    cell: ({ balance, licenseId }: LicenseSeats) => (
      <FigureButton figure={balance[key]} label={`${header.toLowerCase()} of ${licenseId}`} />
    ),
  })),
  {
    header: 'Utilisation',
    number: true,
    cell: ({ balance, licenseId }) => <RateButton rate={balance.utilisation} label={`utilisation of ${licenseId}`} />,
  },
];

/** Seats by license. Of each license those people count who have a seat of it. */
export function LicenseSeatsTable({ licenses }: { licenses: readonly LicenseSeats[] }) {
  return licenses.length === 0 ? null : (
    <section className={classes.section} aria-label="By license">
      <h2>By license</h2>
      <DataTable label="Seats by license" columns={COLUMNS} rows={licenses} keyOf={({ licenseId }) => licenseId} />
    </section>
  );
}
