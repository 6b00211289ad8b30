import type { Engagement, OfClass } from '../../shared/api/types';
import { ShareBars } from '../../shared/charts/share-bars';
import { Card, Cards } from '../../shared/ui/card';

const DAYS: Record<OfClass['consistency'], string> = {
  daily: '9 or more of 14 days',
  weekly: '5 to 8',
  occasional: '2 to 4',
  inactive: 'fewer',
};

const barsOf = (classes: readonly OfClass[]) =>
  classes.map(({ consistency, count }) => ({
    name: consistency.charAt(0).toUpperCase() + consistency.slice(1),
    note: DAYS[consistency],
    figure: count,
  }));

/** How steadily people and accounts are there. */
export function ConsistencyCards({ engagement }: { engagement: Engagement }) {
  return (
    <Cards>
      {engagement.users !== null && (
        <Card title="People by consistency">
          <ShareBars label="People by consistency" bars={barsOf(engagement.users.byClass)} />
        </Card>
      )}
      <Card title="Accounts by consistency">
        <ShareBars label="Accounts by consistency" bars={barsOf(engagement.accounts.byClass)} />
      </Card>
    </Cards>
  );
}
