import { Link } from '@tanstack/react-router';
import type { CustomerSeatBalance } from '../../shared/api/types';
import { FigureButton, RateButton } from '../../shared/explain/figure-button';
import { formatAmounts } from '../../shared/format/money';
import { formatShare, NOTHING } from '../../shared/format/numbers';
import { BandLabel } from '../../shared/ui/band-label';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';
import { gapOf, NOT_YET } from './gap-of';
import { SeatBar } from './seat-bar';
import type { Gap } from './seats-search';

interface Props {
  customers: readonly CustomerSeatBalance[];
  gap: Gap;
  busy: boolean;
}

/** Customers by the money in their gap. */
export function SeatTable({ customers, gap, busy }: Props) {
  const most = Math.max(...customers.map(({ balance }) => balance.sold.value), 0);
  return (
    <DataTable
      label="Customers by money in the gap"
      columns={columnsOf(gap, most)}
      rows={customers}
      keyOf={({ customerId }) => customerId}
      busy={busy}
    />
  );
}

const columnsOf = (gap: Gap, most: number): TableColumn<CustomerSeatBalance>[] => [
  {
    header: 'Customer',
    cell: ({ customerId, name }) => (
      <Link to="/customers/$customerId" params={{ customerId }} search={{ tab: 'seats' }}>
        {name}
      </Link>
    ),
  },
  {
    header: 'Money in the gap / month',
    number: true,
    meaning: 'Seats of the gap at the average price of a seat.',
    cell: ({ balance }) => {
      const money = gapOf(balance, gap)?.perMonth ?? [];
      return money.length === 0 ? NOTHING : formatAmounts(money);
    },
  },
  {
    header: `Seats ${NOT_YET[gap]}`,
    number: true,
    cell: ({ balance, name }) => (
      <>
        <FigureButton figure={gapOf(balance, gap)?.seats ?? null} label={`seats of ${name} ${NOT_YET[gap]}`} />{' '}
        <span className="quiet">{formatShare(gapOf(balance, gap)?.share ?? null)}</span>
      </>
    ),
  },
  {
    header: 'Seats',
    meaning: 'Outline: sold. Ink: active in 28 days. Tick: trained. One scale for all rows.',
    cell: ({ balance }) => <SeatBar balance={balance} most={most} />,
  },
  {
    header: 'Sold',
    number: true,
    cell: ({ balance, name }) => <FigureButton figure={balance.sold} label={`seats sold to ${name}`} />,
  },
  {
    header: 'Assigned',
    number: true,
    cell: ({ balance, name }) => <FigureButton figure={balance.assigned} label={`seats assigned at ${name}`} />,
  },
  {
    header: 'Logged on',
    number: true,
    cell: ({ balance, name }) => <FigureButton figure={balance.loggedOn} label={`people of ${name} logged on`} />,
  },
  {
    header: 'Trained',
    number: true,
    cell: ({ balance, name }) => <FigureButton figure={balance.trained} label={`people of ${name} trained`} />,
  },
  {
    header: 'Active (28\u00a0d)',
    number: true,
    cell: ({ balance, name }) => <FigureButton figure={balance.active28} label={`people of ${name} active`} />,
  },
  {
    header: 'Utilisation',
    number: true,
    cell: ({ balance, name }) => <RateButton rate={balance.utilisation} label={`utilisation of ${name}`} />,
  },
  { header: 'Colour', cell: ({ balance }) => <BandLabel band={balance.utilisationColour} /> },
];
