import type { Engagement } from '../../shared/api/types';
import { FigureButton, RateButton } from '../../shared/explain/figure-button';
import { Figures } from '../../shared/ui/figures';

/** How many people are active, and how many of their days they are there. */
export function EngagementFigures({ engagement }: { engagement: Engagement | undefined }) {
  const users = engagement?.users ?? null;
  // Undefined while it is loading; the place is kept.
  const figure = (of: 'daily' | 'weekly' | 'monthly', label: string) =>
    engagement && <FigureButton figure={users?.[of] ?? null} label={label} />;
  const rate = (of: 'dailyOfMonthly' | 'dailyOfWeekly' | 'weeklyOfMonthly', label: string) =>
    engagement && <RateButton rate={users?.[of] ?? null} label={label} />;
  return (
    <Figures
      figures={[
        { label: 'Active on the day', value: figure('daily', 'people active on the day') },
        { label: 'Active in 7 days', value: figure('weekly', 'people active in 7 days') },
        { label: 'Active in 28 days', value: figure('monthly', 'people active in 28 days') },
        {
          label: 'Days of 28',
          value: rate('dailyOfMonthly', 'days of 28 people are there'),
          note: 'stickiness, DAU ÷ MAU',
        },
        { label: 'Days of 7', value: rate('dailyOfWeekly', 'days of 7 people are there'), note: 'DAU ÷ WAU' },
        { label: 'Weeks of 4', value: rate('weeklyOfMonthly', 'weeks of 4 people are there'), note: 'WAU ÷ MAU' },
      ]}
    />
  );
}
