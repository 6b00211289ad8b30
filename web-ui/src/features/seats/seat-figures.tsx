import type { SeatOverview } from '../../shared/api/types';
import { FigureButton } from '../../shared/explain/figure-button';
import { formatShare } from '../../shared/format/numbers';
import { Figures } from '../../shared/ui/figures';

/** The seats of all customers on the day. */
export function SeatFigures({ totals }: { totals: SeatOverview['totals'] | undefined }) {
  return (
    <Figures
      figures={[
        { label: 'Sold', value: totals && <FigureButton figure={totals.sold} label="seats sold" /> },
        { label: 'Assigned', value: totals && <FigureButton figure={totals.assigned} label="seats assigned" /> },
        { label: 'Logged on', value: totals && <FigureButton figure={totals.loggedOn} label="people logged on" /> },
        { label: 'Trained', value: totals && <FigureButton figure={totals.trained} label="people trained" /> },
        {
          label: 'Active in 28 days',
          value: totals && <FigureButton figure={totals.active28} label="people active in 28 days" />,
          note: totals && `${formatShare(totals.utilisation)} of the seats sold`,
        },
      ]}
    />
  );
}
