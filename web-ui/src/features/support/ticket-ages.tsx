import type { Support } from '../../shared/api/types';
import { FigureButton, RateButton } from '../../shared/explain/figure-button';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';

type OfAge = Support['ages'][number];

const AGES: Record<OfAge['age'], string> = {
  'before-start': 'Before the first term',
  'first-90-days': 'First 90 days',
  'after-90-days': 'After 90 days',
  unknown: 'Never under contract',
};

const COLUMNS: TableColumn<OfAge>[] = [
  { header: 'Age of the customer', cell: ({ age }) => AGES[age] },
  {
    header: 'Tickets',
    number: true,
    cell: ({ age, tickets }) => <FigureButton figure={tickets} label={`tickets, ${AGES[age].toLowerCase()}`} />,
  },
  {
    header: 'Introductory',
    number: true,
    meaning: 'Of the classified tickets, those about introductory features.',
    cell: ({ age, introductory }) => (
      <RateButton rate={introductory} label={`introductory, ${AGES[age].toLowerCase()}`} />
    ),
  },
  {
    header: 'Advanced',
    number: true,
    meaning: 'Of the classified tickets, those about advanced features.',
    cell: ({ age, advanced }) => <RateButton rate={advanced} label={`advanced, ${AGES[age].toLowerCase()}`} />,
  },
];

/** What tickets are about by the age of the customer: the same question means something else after a year. */
export function TicketAges({ ages, busy }: { ages: Support['ages']; busy: boolean }) {
  return (
    <DataTable
      label="Tickets by the age of the customer"
      columns={COLUMNS}
      rows={ages}
      keyOf={({ age }) => age}
      busy={busy}
    />
  );
}
