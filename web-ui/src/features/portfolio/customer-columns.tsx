import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { CustomerRow } from '../../shared/api/types';
import { Sparkline } from '../../shared/charts/sparkline';
import { formatDay } from '../../shared/format/dates';
import { formatMoney, formatWholeMoney } from '../../shared/format/money';
import { formatCount, NOTHING } from '../../shared/format/numbers';
import { StatusLabel } from '../../shared/ui/status-label';
import { CustomerLink } from './customer-link';
import type { SortKey } from './portfolio-search';
import { Renewal } from './renewal';

/** Order, filter and pages are the server's; the table only needs its core. */
export const features = tableFeatures({});

const column = createColumnHelper<typeof features, CustomerRow>();

/** The columns of the portfolio; the day is needed to say how far off a renewal is. */
export const columnsOn = (asOf: string) =>
  column.columns([
    column.accessor('name', { header: 'Customer', cell: ({ row }) => <CustomerLink customer={row.original} /> }),
    column.accessor('status', { header: 'Status', cell: ({ getValue }) => <StatusLabel status={getValue()} /> }),
    column.accessor('plan', { header: 'Plan', cell: ({ getValue }) => getValue() ?? NOTHING }),
    column.accessor('seats', { header: 'Seats', cell: ({ getValue }) => formatCount(getValue()) }),
    column.accessor('monthlyRevenue', {
      header: 'Revenue / month',
      cell: ({ getValue }) => <span title={formatMoney(getValue())}>{formatWholeMoney(getValue())}</span>,
    }),
    column.accessor('activeUsers28', {
      header: 'Active users (28\u00a0d)',
      cell: ({ getValue }) => formatCount(getValue()),
    }),
    column.accessor('lastActiveOn', { header: 'Last activity', cell: ({ getValue }) => formatDay(getValue()) }),
    column.accessor('usage28', {
      header: 'Use, 26 weeks',
      cell: ({ row }) => <Sparkline values={row.original.usageByWeek} />,
    }),
    column.accessor('renewsOn', {
      header: 'Renews',
      cell: ({ getValue }) => <Renewal renewsOn={getValue()} asOf={asOf} />,
    }),
  ]);

/** By which key the server sorts a column; a column without one cannot be sorted. */
export const SORT_KEY_OF: Readonly<Record<string, SortKey>> = {
  name: 'name',
  status: 'status',
  plan: 'plan',
  seats: 'seats',
  monthlyRevenue: 'monthlyRevenue',
  lastActiveOn: 'lastActiveOn',
  usage28: 'usage28',
  renewsOn: 'renewsOn',
};

/** What a column means, where its name does not say it all. */
export const MEANING_OF: Readonly<Record<string, string>> = {
  monthlyRevenue: 'Price of the term in force, per month, after discount.',
  activeUsers28: 'Greatest number of active users on one day of the last 28.',
  usage28: 'Actions per week over 26 weeks, each line on its own scale. Sorted by the actions of the last 28 days.',
  renewsOn: 'First day after the term in force.',
};

export const NUMBER_COLUMNS: ReadonlySet<string> = new Set(['seats', 'monthlyRevenue', 'activeUsers28']);
