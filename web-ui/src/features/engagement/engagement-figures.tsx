import type { Engagement } from '../../shared/api/types';
import { FigureButton, RateButton } from '../../shared/explain/figure-button';
import { Figures } from '../../shared/ui/figures';

/** How many people are active, and how many of their days they are there. */
export function EngagementFigures({ engagement }: { engagement: Engagement | undefined }) {
  const users = engagement?.users ?? null;
  const shown = engagement !== undefined;
  return (
    <Figures
      figures={[
        { label: 'Active on the day', value: shown && <FigureButton figure={users?.daily ?? null} label="people" /> },
        {
          label: 'Active in 7 days',
          value: shown && <FigureButton figure={users?.weekly ?? null} label="people active in 7 days" />,
        },
        {
          label: 'Active in 28 days',
          value: shown && <FigureButton figure={users?.monthly ?? null} label="people active in 28 days" />,
        },
        {
          label: 'Days of 28',
          value: shown && <RateButton rate={users?.dailyOfMonthly ?? null} label="days of 28 people are there" />,
          note: 'stickiness, DAU ÷ MAU',
        },
        {
          label: 'Days of 7',
          value: shown && <RateButton rate={users?.dailyOfWeekly ?? null} label="days of 7 people are there" />,
          note: 'DAU ÷ WAU',
        },
        {
          label: 'Weeks of 4',
          value: shown && <RateButton rate={users?.weeklyOfMonthly ?? null} label="weeks of 4 people are there" />,
          note: 'WAU ÷ MAU',
        },
      ].map(({ value, ...rest }) => ({ ...rest, value: value === false ? undefined : value }))}
    />
  );
}
