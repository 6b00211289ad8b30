import type { Support } from '../../shared/api/types';
import type { Column } from '../../shared/charts/columns';
import { formatMonth } from '../../shared/format/dates';

/** Tickets by the month they were opened in, cut by the level of the feature they are about. */
export function ticketColumns({ months, asOf }: Pick<Support, 'months' | 'asOf'>): Column[] {
  return months.map(({ month, tickets, introductory, advanced }) => ({
    key: month,
    label: formatMonth(month),
    total: { name: 'tickets', figure: tickets },
    open: isOpen(month, asOf),
    parts: [
      { name: 'introductory', value: introductory.of.value, tone: 'full', figure: introductory.of },
      { name: 'advanced', value: advanced.of.value, tone: 'soft', figure: advanced.of },
      {
        name: 'core or not classified',
        value: tickets.value - introductory.of.value - advanced.of.value,
        tone: 'outline',
        // No answer names them as one; the total and the two other parts do.
        figure: null,
      },
    ],
  }));
}

/** Whether the month is not over at the end of the day, so that tickets may still come. */
function isOpen(month: string, asOf: string): boolean {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return asOf < new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
