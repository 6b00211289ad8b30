import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { CustomerRow } from '../../shared/api/types';
import { Sparkline } from '../../shared/charts/sparkline';
import { STAGE_WORDS } from '../../shared/customer/stage-words';
import { formatDay } from '../../shared/format/dates';
import { formatAmounts, formatMoney, formatWholeMoney } from '../../shared/format/money';
import { countOf, FEWEST_FOR_A_RATE, formatShare, NOTHING } from '../../shared/format/numbers';
import { HealthBand } from '../../shared/risk/health-band';
import { formatChange, formatPoints, signalName } from '../../shared/risk/risk-words';
import { StatusLabel } from '../../shared/ui/status-label';
import { COLUMN_FACTS } from './column-facts';
import type { ColumnId } from './column-ids';
import { CustomerLink } from './customer-link';
import { RowFigure, RowLink } from './row-figure';
import { SeatBullet } from './seat-bullet';

/** Order, filter and pages are the server's; the table only needs its core. */
export const features = tableFeatures({});

const column = createColumnHelper<typeof features, CustomerRow>();

/** The columns of the portfolio, the name first. */
export const columnsOf = (ids: readonly ColumnId[]) =>
  column.columns(
    (['name', ...ids] as const).map((id) =>
      column.display({ id, header: COLUMN_FACTS[id].title, cell: ({ row }) => CELLS[id](row.original) }),
    ),
  );

/** What the cells of a column show; what can be explained opens its events, other values lead to where they come from. */
const CELLS: Readonly<Record<'name' | ColumnId, (customer: CustomerRow) => ReactNode>> = {
  name: (customer) => <CustomerLink customer={customer} />,
  status: ({ status }) => <StatusLabel status={status} />,
  stage: ({ status, stage, stageDays }) =>
    stage === null ? (
      <span className="quiet">{status === 'churned' ? 'Churned' : NOTHING}</span>
    ) : (
      <>
        {STAGE_WORDS[stage]}{' '}
        <span className="quiet" title={stageDays === null ? undefined : countOf(stageDays, 'day', 'days')}>
          {stageDays === null ? '' : `${stageDays}\u00a0d`}
        </span>
      </>
    ),
  health: (customer) =>
    customer.risk === null || customer.risk.health === null ? (
      <span className="quiet">{customer.risk === null ? NOTHING : 'no data'}</span>
    ) : (
      <>
        <RowLink customer={customer} tab="risk" label="health">
          {formatPoints(customer.risk.health)}
        </RowLink>{' '}
        <HealthBand band={customer.risk.band} />
      </>
    ),
  risk: (customer) =>
    customer.risk === null || customer.risk.risk === null ? (
      NOTHING
    ) : (
      <RowLink customer={customer} tab="risk" label="risk">
        {formatShare(customer.risk.risk)}
      </RowLink>
    ),
  riskChange: (customer) => <RiskChange change={customer.risk?.change ?? null} />,
  usage: (customer) => (
    <span data-usage>
      <Sparkline values={customer.usageByWeek} />{' '}
      <RowFigure figure={customer.usage} label={`actions in 28 days of ${customer.name}`} />
    </span>
  ),
  seatUse: (customer) => <SeatBullet customer={customer} />,
  activeShare: ({ seatUse }) => (
    <span className={seatUse.sold.value < FEWEST_FOR_A_RATE ? 'faded' : undefined}>
      {formatShare(seatUse.activeShare)}
    </span>
  ),
  activityGap: ({ name, seatUse }) => <Unused gap={seatUse.activityGap} label={`seats not active of ${name}`} />,
  trainingGap: ({ name, seatUse }) => <Unused gap={seatUse.trainingGap} label={`seats not trained of ${name}`} />,
  renewsOn: (customer) =>
    customer.daysToRenewal === null ? (
      NOTHING
    ) : (
      <RowLink customer={customer} tab="commercial" label="to renewal">
        <span title={formatDay(customer.renewsOn)}>{`${customer.daysToRenewal}\u00a0d`}</span>
      </RowLink>
    ),
  annualRevenue: ({ name, revenue, annualRevenue }) =>
    annualRevenue === null ? (
      NOTHING
    ) : (
      <RowFigure figure={revenue} label={`a year of ${name}`}>
        {formatWholeMoney(annualRevenue)}
      </RowFigure>
    ),
  monthlyRevenue: ({ name, revenue, monthlyRevenue }) =>
    monthlyRevenue === null ? (
      NOTHING
    ) : (
      <RowFigure figure={revenue} label={`a month of ${name}`}>
        <span title={formatMoney(monthlyRevenue)}>{formatWholeMoney(monthlyRevenue)}</span>
      </RowFigure>
    ),
  topDriver: ({ risk }) =>
    risk === null || risk.topDriver === null ? (
      NOTHING
    ) : (
      <span title={signalName(risk.topDriver)}>{signalName(risk.topDriver)}</span>
    ),
  owner: ({ owner }) => owner ?? NOTHING,
  rating: (customer) =>
    customer.rating === null ? (
      NOTHING
    ) : (
      <RowLink customer={customer} tab="audit" type="customer.rated" label="of 5, the judgements">
        {customer.rating}
      </RowLink>
    ),
  plan: ({ plan }) => plan ?? NOTHING,
  lastActiveOn: ({ lastActiveOn }) => formatDay(lastActiveOn),
  registeredOn: ({ registeredOn }) => formatDay(registeredOn),
};

/** A change of the risk in percentage points, with its sign and an arrow; a rise is set in bold. */
function RiskChange({ change }: { change: number | null }) {
  if (change === null || Math.abs(change) < 0.0005) {
    return <span className="quiet">{change === null ? NOTHING : formatChange(0)}</span>;
  }
  return (
    <span data-rise={change > 0}>
      <span aria-hidden="true">{change > 0 ? '↑' : '↓'} </span>
      {formatChange(100 * change)}
    </span>
  );
}

function Unused({ gap, label }: { gap: CustomerRow['seatUse']['activityGap']; label: string }) {
  return gap === null ? (
    NOTHING
  ) : (
    <>
      <RowFigure figure={gap.seats} label={label} />{' '}
      <span className="quiet">{gap.perMonth.length === 0 ? '' : formatAmounts(gap.perMonth)}</span>
    </>
  );
}
