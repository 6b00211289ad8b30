import type { Figure, SeatOverview } from '../../shared/api/types';
import { FigureButton } from '../../shared/explain/figure-button';
import { formatShare } from '../../shared/format/numbers';
import { Figures } from '../../shared/ui/figures';

interface Props {
  totals: SeatOverview['totals'] | undefined;
  /** Whether any source tells of persons; a count of persons that nobody tells of is unknown, not 0. */
  personsKnown: boolean;
}

/** The seats of all customers on the day. */
export function SeatFigures({ totals, personsKnown }: Props) {
  const ofPersons = (figure: Figure | null) => (personsKnown ? figure : null);
  return (
    <Figures
      figures={[
        { label: 'Sold', value: totals && <FigureButton figure={totals.sold} label="seats sold" /> },
        {
          label: 'Assigned',
          value: totals && <FigureButton figure={ofPersons(totals.assigned)} label="seats assigned" />,
        },
        {
          label: 'Logged on',
          value: totals && <FigureButton figure={ofPersons(totals.loggedOn)} label="people logged on" />,
        },
        {
          label: 'Trained',
          value: totals && <FigureButton figure={ofPersons(totals.trained)} label="people trained" />,
        },
        {
          label: 'Active in 28 days',
          value: totals && <FigureButton figure={totals.active28} label="people active in 28 days" />,
          note: totals && `${formatShare(totals.utilisation)} of the seats sold`,
        },
      ]}
    />
  );
}
