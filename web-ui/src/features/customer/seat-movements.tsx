import type { SeatMovement } from '../../shared/api/types';
import { formatDay } from '../../shared/format/dates';
import { countOf, formatCount, NOTHING } from '../../shared/format/numbers';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';
import classes from './tab.module.css';

const signed = (count: number) => (count === 0 ? NOTHING : `${count > 0 ? '+' : '−'}${formatCount(Math.abs(count))}`);

const COLUMNS: TableColumn<SeatMovement>[] = [
  { header: 'Day', cell: (movement) => formatDay(movement.on) },
  { header: 'What', cell: (movement) => movement.kind },
  { header: 'Seats sold', number: true, cell: (movement) => signed(movement.sold) },
  { header: 'Seats assigned', number: true, cell: (movement) => signed(movement.assigned) },
  {
    header: 'User',
    cell: ({ fromUserId, userId }) =>
      fromUserId === null ? (userId ?? NOTHING) : `${fromUserId} → ${userId ?? NOTHING}`,
  },
  { header: 'License', cell: (movement) => movement.licenseId },
  {
    header: 'Events',
    cell: (movement) => movement.positions.map((position) => `#${formatCount(position)}`).join(', '),
  },
];

/** Why seats came and went in the year. */
export function SeatMovements({ movements, total }: { movements: readonly SeatMovement[]; total: number }) {
  return (
    <section className={classes.section} aria-label="Movements">
      <h2>Movements</h2>
      <p className="quiet">
        {countOf(total, 'movement', 'movements')} in the year; what was there before and all of them add up to what is
        there.
      </p>
      {movements.length > 0 && (
        <DataTable
          label="Movements of seats"
          columns={COLUMNS}
          rows={movements}
          keyOf={({ kind, positions, licenseId, userId }) => `${kind} ${positions.join()} ${licenseId} ${userId}`}
        />
      )}
    </section>
  );
}
