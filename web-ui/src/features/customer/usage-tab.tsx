import { Skeleton } from '@mantine/core';
import { useMemo } from 'react';
import { FigureButton, RateButton } from '../../shared/explain/figure-button';
import { Card, Cards, Facts } from '../../shared/ui/card';
import { KnownNowNotice } from '../../shared/ui/known-now-notice';
import { ProblemMessage } from '../../shared/ui/problem-message';
import classes from './tab.module.css';
import type { TabProps } from './tab-props';
import { UsageChart } from './usage-chart';
import { usageByDay } from './usage-days';
import { useBreadth } from './use-breadth';
import { useUsage } from './use-usage';

const LEVELS = { introductory: 'Introductory features', core: 'Core features', advanced: 'Advanced features' };

/** How much the customer uses the product, day by day, and how much of it. */
export function UsageTab({ customerId, page, standpoint }: TabProps) {
  const usage = useUsage(customerId, standpoint.asOf);
  const breadth = useBreadth(customerId, standpoint);
  const days = useMemo(() => usage.data && usageByDay(usage.data, page.terms), [usage.data, page.terms]);
  return (
    <div className={classes.tab}>
      <KnownNowNotice what="Use over time is" />
      {usage.isError ? (
        <ProblemMessage error={usage.error} onRetry={() => void usage.refetch()} />
      ) : days === undefined ? (
        <Skeleton height="33rem" radius="md" role="status" aria-label="Loading use" />
      ) : (
        <UsageChart customerId={customerId} days={days} />
      )}
      {breadth.isError ? (
        <ProblemMessage error={breadth.error} onRetry={() => void breadth.refetch()} />
      ) : (
        <Cards>
          {(['introductory', 'core', 'advanced'] as const).map((level) => {
            const found = breadth.data?.byLevel.find((entry) => entry.level === level);
            return (
              <Card key={level} title={LEVELS[level]} query={breadth}>
                {found === undefined ? (
                  <p className="quiet">The catalogue has none.</p>
                ) : (
                  <Facts
                    facts={{
                      'In the catalogue': <FigureButton figure={found.used.among} label={`${level} features`} />,
                      'Used in 28 days': <FigureButton figure={found.used.of} label={`${level} features used`} />,
                      'Share used': <RateButton rate={found.used} label={`share of ${level} features used`} />,
                      Adopted: <FigureButton figure={found.adopted} label={`${level} features adopted`} />,
                    }}
                  />
                )}
              </Card>
            );
          })}
        </Cards>
      )}
    </div>
  );
}
