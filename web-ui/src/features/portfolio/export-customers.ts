import type { CustomerRow } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { saveAsFile, toCsv } from '../../shared/charts/csv';
import { askForCustomers, type CustomerFilters } from './use-customers';

const HEADER = [
  'customerId',
  'name',
  'status',
  'stage',
  'stageDays',
  'health',
  'band',
  'risk',
  'riskChange30Days',
  'topDriver',
  'actions28Days',
  'seatsSold',
  'active28Days',
  'trained',
  'renewsOn',
  'daysToRenewal',
  'currency',
  'annualRevenueMinorUnits',
  'owner',
  'rating',
  'plan',
  'lastActiveOn',
  'registeredOn',
];

/** The cells of a row, in the order of the header: plain values, for other programs to read. */
export const cellsOf = (row: CustomerRow) => [
  row.customerId,
  row.name,
  row.status,
  row.stage,
  row.stageDays,
  row.risk?.health ?? null,
  row.risk?.band ?? null,
  row.risk?.risk ?? null,
  row.risk?.change ?? null,
  row.risk?.topDriver ?? null,
  row.usage28,
  row.seatUse.sold.value,
  row.seatUse.active28?.value ?? null,
  row.seatUse.trained?.value ?? null,
  row.renewsOn,
  row.daysToRenewal,
  row.annualRevenue?.currency ?? null,
  row.annualRevenue?.minorUnits ?? null,
  row.owner,
  row.rating,
  row.plan,
  row.lastActiveOn,
  row.registeredOn,
];

/** Saves all customers that match, also those that are not loaded yet, in the order of the page. */
export async function exportCustomers(standpoint: StandpointQuery, filters: CustomerFilters): Promise<number> {
  const rows: CustomerRow[] = [];
  let cursor: string | undefined;
  do {
    // Each page says where the next one begins.
    // oxlint-disable-next-line no-await-in-loop
    const page = await askForCustomers(standpoint, filters, cursor);
    rows.push(...page.customers);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  saveAsFile(`customers-${standpoint.asOf}.csv`, toCsv(HEADER, rows.map(cellsOf)), 'text/csv;charset=utf-8');
  return rows.length;
}
