import { SegmentedControl, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { SeatChart, type SeatChartGap } from '../../shared/charts/seat-chart';
import { FigureButton, RateButton } from '../../shared/explain/figure-button';
import { formatAmounts } from '../../shared/format/money';
import { BandLabel } from '../../shared/ui/band-label';
import { Figures } from '../../shared/ui/figures';
import { LoadMore } from '../../shared/ui/load-more';
import { Message } from '../../shared/ui/message';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { LicenseSeatsTable } from './license-seats-table';
import { SeatMovements } from './seat-movements';
import classes from './tab.module.css';
import type { TabProps } from './tab-props';
import { useCustomerSeats } from './use-customer-seats';
import { UtilisationChart } from './utilisation-chart';

const GAPS: { value: SeatChartGap; label: string }[] = [
  { value: 'training', label: 'training' },
  { value: 'log-on', label: 'log-on' },
  { value: 'activity', label: 'activity' },
];

/** The seats of the customer: what was sold, what became of it, what the gap costs, and what moved it. */
export function SeatsTab({ customerId, standpoint }: TabProps) {
  const [chosenGap, setGap] = useState<SeatChartGap>();
  const seats = useCustomerSeats(customerId, standpoint);
  const [first] = seats.data?.pages ?? [];
  if (first === undefined) {
    return seats.isError ? (
      <ProblemMessage error={seats.error} onRetry={() => void seats.refetch()} />
    ) : (
      <Skeleton height="40rem" radius="md" role="status" aria-label="Loading the seats" />
    );
  }
  if (first.licenses.length === 0 && first.total === 0) {
    return (
      <Message title="No seats">
        <p>Nothing was sold to this customer in the year up to this day. Choose another day at the top.</p>
      </Message>
    );
  }
  const { balance, basis } = first;
  const gap = chosenGap ?? (basis === 'persons' ? 'training' : 'activity');
  const chosen = {
    training: balance.gaps.toTraining,
    'log-on': balance.gaps.toLogOn,
    activity: balance.gaps.toActivity,
  }[gap];
  return (
    <div className={classes.tab}>
      <Figures
        figures={[
          { label: 'Sold', value: <FigureButton figure={balance.sold} label="seats sold" /> },
          { label: 'Assigned', value: <FigureButton figure={balance.assigned} label="seats assigned" /> },
          { label: 'Logged on', value: <FigureButton figure={balance.loggedOn} label="people logged on" /> },
          { label: 'Trained', value: <FigureButton figure={balance.trained} label="people trained" /> },
          { label: 'Active in 28 days', value: <FigureButton figure={balance.active28} label="people active" /> },
          {
            label: 'Utilisation',
            value: <RateButton rate={balance.utilisation} label="utilisation" />,
            note: <BandLabel band={balance.utilisationColour} />,
          },
          {
            label: `Gap to ${gap}`,
            value: <FigureButton figure={chosen?.seats ?? null} label={`seats short of ${gap}`} />,
            note: chosen === null || chosen === undefined ? undefined : `${formatAmounts(chosen.perMonth)} a month`,
          },
        ]}
      />
      {basis === 'day-totals' && (
        <p className="quiet">
          This source tells totals of days, not persons: what needs persons is not known and left out.
        </p>
      )}
      <div className={classes.tools}>
        <SegmentedControl
          aria-label="Gap to"
          value={gap}
          onChange={(value) => setGap(GAPS.find((option) => option.value === value)?.value ?? 'training')}
          data={GAPS.map(({ value, label }) => ({ value, label: `Gap to ${label}` }))}
        />
      </div>
      <SeatChart
        title="Seats over a year"
        points={first.ledger}
        gap={gap}
        fileName={`seats-${customerId}`}
        steps="weeks"
      />
      <UtilisationChart customerId={customerId} points={first.ledger} contractMonths={balance.contractMonths} />
      <LicenseSeatsTable licenses={first.licenses} />
      <SeatMovements movements={seats.data?.pages.flatMap((page) => page.movements) ?? []} total={first.total} />
      <LoadMore query={seats}>Load later movements</LoadMore>
    </div>
  );
}
