import { FigureButton, RateButton } from '../../shared/explain/figure-button';
import { formatDecimal } from '../../shared/format/numbers';
import { Figures } from '../../shared/ui/figures';
import { ProblemMessage } from '../../shared/ui/problem-message';
import type { TabProps } from './tab-props';
import { useSupport } from './use-support';

const inHours = (hours: number | null) => (hours === null ? 'no median yet' : `median ${formatDecimal(hours)} hours`);

/** Tickets of the customer, counted. Introductory ones are expected in the first 90 days and a warning later. */
export function SupportFigures({ customerId, standpoint }: Pick<TabProps, 'customerId' | 'standpoint'>) {
  const support = useSupport(customerId, standpoint);
  const { data } = support;
  if (support.isError && data === undefined) {
    return <ProblemMessage error={support.error} onRetry={() => void support.refetch()} />;
  }
  const early = data?.ages.find(({ age }) => age === 'first-90-days');
  const later = data?.ages.find(({ age }) => age === 'after-90-days');
  return (
    <Figures
      figures={[
        { label: 'Tickets', value: data && <FigureButton figure={data.tickets} label="tickets" /> },
        { label: 'Open', value: data && <FigureButton figure={data.open} label="open tickets" /> },
        {
          label: 'Introductory, first 90 days',
          value: data && <RateButton rate={early?.introductory ?? null} label="introductory in the first 90 days" />,
        },
        {
          label: 'Introductory, later',
          value: data && <RateButton rate={later?.introductory ?? null} label="introductory after 90 days" />,
        },
        {
          label: 'Answered',
          value: data && <FigureButton figure={data.firstResponse.tickets} label="answered tickets" />,
          note: data && inHours(data.firstResponse.medianHours),
        },
        {
          label: 'Settled',
          value: data && <FigureButton figure={data.resolution.tickets} label="settled tickets" />,
          note: data && inHours(data.resolution.medianHours),
        },
        {
          label: 'Satisfaction, 1 to 5',
          value: data && formatDecimal(data.satisfaction.value),
          note: data && (
            <>
              of <FigureButton figure={data.satisfaction.among} label="rated tickets" /> rated
            </>
          ),
        },
      ]}
    />
  );
}
