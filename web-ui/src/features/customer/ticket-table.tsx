import type { TicketRow } from '../../shared/api/types';
import { formatDay } from '../../shared/format/dates';
import { formatCount, NOTHING } from '../../shared/format/numbers';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';

const dayOf = (instant: string | null) => formatDay(instant === null ? null : instant.slice(0, 10));

const COLUMNS: TableColumn<TicketRow>[] = [
  { header: 'Ticket', cell: (ticket) => ticket.ticketId },
  { header: 'Opened', cell: (ticket) => dayOf(ticket.openedAt) },
  { header: 'Kind', cell: (ticket) => ticket.kind },
  { header: 'Level', cell: (ticket) => ticket.level ?? NOTHING },
  { header: 'Feature', cell: (ticket) => ticket.feature ?? NOTHING },
  { header: 'Priority', cell: (ticket) => ticket.priority },
  { header: 'Status', cell: (ticket) => ticket.status },
  { header: 'Age, days', number: true, cell: (ticket) => formatCount(ticket.ageDays) },
  { header: 'First response', cell: (ticket) => dayOf(ticket.firstRespondedAt) },
  { header: 'Reopened', number: true, cell: (ticket) => formatCount(ticket.reopened) },
  { header: 'Escalated', number: true, cell: (ticket) => formatCount(ticket.escalations) },
  { header: 'Rating', number: true, cell: (ticket) => formatCount(ticket.satisfaction) },
  { header: 'Who', cell: (ticket) => ticket.requester ?? NOTHING },
  {
    header: 'Trained then',
    meaning: 'Whether the requester had completed the required training.',
    cell: ({ requesterTrained }) => (requesterTrained === null ? NOTHING : requesterTrained ? 'yes' : 'no'),
  },
];

/** Tickets, newest first. */
export function TicketTable({ tickets, busy }: { tickets: readonly TicketRow[]; busy: boolean }) {
  return <DataTable label="Tickets" columns={COLUMNS} rows={tickets} keyOf={({ ticketId }) => ticketId} busy={busy} />;
}
