import type { Support } from '../../shared/api/types';
import { FigureButton } from '../../shared/explain/figure-button';
import { formatDecimal } from '../../shared/format/numbers';
import { Figures } from '../../shared/ui/figures';

const inHours = (hours: number | null) => (hours === null ? 'no median yet' : `median ${formatDecimal(hours)} hours`);

/** The tickets, counted: how many, how fast they were answered and settled, and how content people were. */
export function SupportStrip({ support }: { support: Support | undefined }) {
  return (
    <Figures
      figures={[
        { label: 'Tickets', value: support && <FigureButton figure={support.tickets} label="tickets" /> },
        {
          label: 'Open',
          value: support && <FigureButton figure={support.open} label="open tickets" />,
          note: support && (
            <>
              <FigureButton figure={support.unanswered} label="unanswered tickets" /> unanswered
            </>
          ),
        },
        {
          label: 'Answered',
          value: support && <FigureButton figure={support.firstResponse.tickets} label="answered tickets" />,
          note: support && inHours(support.firstResponse.medianHours),
        },
        {
          label: 'Settled',
          value: support && <FigureButton figure={support.resolution.tickets} label="settled tickets" />,
          note: support && inHours(support.resolution.medianHours),
        },
        { label: 'Reopened', value: support && <FigureButton figure={support.reopened} label="reopened tickets" /> },
        { label: 'Escalated', value: support && <FigureButton figure={support.escalated} label="escalated tickets" /> },
        {
          label: 'Satisfaction, 1 to 5',
          value: support && (
            <FigureButton figure={support.satisfaction.of} label="rating points">
              {formatDecimal(support.satisfaction.value)}
            </FigureButton>
          ),
          note: support && (
            <>
              of <FigureButton figure={support.satisfaction.among} label="rated tickets" /> rated
            </>
          ),
        },
      ]}
    />
  );
}
