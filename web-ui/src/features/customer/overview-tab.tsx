import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asProblem } from '../../shared/api/api-problem';
import { Sparkline } from '../../shared/charts/sparkline';
import { FigureButton, RateButton } from '../../shared/explain/figure-button';
import { formatDay } from '../../shared/format/dates';
import { formatAmounts, formatMoney } from '../../shared/format/money';
import { countOf, formatDecimal, NOTHING } from '../../shared/format/numbers';
import { BandLabel } from '../../shared/ui/band-label';
import { Card, Cards, Facts } from '../../shared/ui/card';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { CareCard } from './care-card';
import type { Tab } from './customer-search';
import { STATE_WORDS } from './onboarding-words';
import type { TabProps } from './tab-props';
import { useBreadth } from './use-breadth';
import { useCustomerSeats } from './use-customer-seats';
import { useOnboarding } from './use-onboarding';
import { useSupport } from './use-support';

/** The customer at a glance: a card for each subject, which leads to its tab. */
export function OverviewTab({ customerId, page, standpoint }: TabProps) {
  const seats = useCustomerSeats(customerId, standpoint);
  const onboarding = useOnboarding(customerId, standpoint);
  const breadth = useBreadth(customerId, standpoint);
  const support = useSupport(customerId, standpoint);
  const balance = seats.data?.pages[0]?.balance;
  const gap = balance?.gaps.toTraining ?? balance?.gaps.toActivity;
  const later = support.data?.ages.find(({ age }) => age === 'after-90-days');
  const { customer } = page;
  if ([seats, onboarding, breadth, support].every(({ error }) => error !== null && asProblem(error).status === 404)) {
    return <ProblemMessage error={seats.error} />;
  }
  const to = (tab: Tab, title: string): ReactNode => (
    <Link to="/customers/$customerId" params={{ customerId }} search={{ tab }} resetScroll={false}>
      {title}
    </Link>
  );
  return (
    <Cards>
      <Card title={to('onboarding', 'Onboarding')} query={onboarding}>
        {onboarding.data !== undefined && (
          <Facts
            facts={{
              State: <span data-formula="onboarding.state">{STATE_WORDS[onboarding.data.state]}</span>,
              'Required tasks done': (
                <>
                  <FigureButton figure={onboarding.data.progress.of} label="required tasks done" /> of{' '}
                  <FigureButton figure={onboarding.data.progress.among} label="required tasks" />
                </>
              ),
              Over: onboarding.data.daysOver === 0 ? NOTHING : countOf(onboarding.data.daysOver, 'day', 'days'),
              'Last done': formatDay(onboarding.data.lastDoneOn),
            }}
          />
        )}
      </Card>
      <Card title={to('seats', 'Seats')} query={seats}>
        {balance !== undefined && (
          <Facts
            facts={{
              Sold: <FigureButton figure={balance.sold} label="seats sold" />,
              Trained: <FigureButton figure={balance.trained} label="people trained" />,
              'Active in 28 days': <FigureButton figure={balance.active28} label="people active" />,
              Utilisation: (
                <>
                  <RateButton rate={balance.utilisation} label="utilisation" />{' '}
                  <BandLabel band={balance.utilisationColour} />
                </>
              ),
              'Paid for the gap':
                gap === null || gap === undefined ? NOTHING : `${formatAmounts(gap.perMonth)} a month`,
            }}
          />
        )}
      </Card>
      <Card title={to('users', 'People')} query={breadth}>
        {breadth.data !== undefined && (
          <Facts
            facts={{
              'Effective users': (
                <span data-formula="breadth.effective-users">
                  {formatDecimal(breadth.data.activity?.concentration.effectiveUsers ?? null)}
                </span>
              ),
              'Departments reached':
                breadth.data.departments === null ? (
                  NOTHING
                ) : (
                  <RateButton rate={breadth.data.departments.reach} label="departments reached" />
                ),
              'Share of the most active': (
                <RateButton rate={breadth.data.activity?.topShare ?? null} label="share of the most active" />
              ),
              Champion:
                breadth.data.champion === null
                  ? NOTHING
                  : `${breadth.data.champion.userId}${breadth.data.champion.lost === null ? '' : `, lost: ${breadth.data.champion.lost}`}`,
            }}
          />
        )}
      </Card>
      <Card title={to('usage', 'Use')} query={breadth}>
        <Facts
          facts={{
            '26 weeks': <Sparkline values={customer.usageByWeek} />,
            'Last activity': formatDay(customer.lastActiveOn),
            'Features used': <RateButton rate={breadth.data?.features ?? null} label="features used" />,
          }}
        />
      </Card>
      <Card title={to('support', 'Support')} query={support}>
        {support.data !== undefined && (
          <Facts
            facts={{
              Tickets: <FigureButton figure={support.data.tickets} label="tickets" />,
              Open: <FigureButton figure={support.data.open} label="open tickets" />,
              'Introductory after 90 days': (
                <RateButton rate={later?.introductory ?? null} label="introductory tickets after 90 days" />
              ),
              'Satisfaction, 1 to 5': formatDecimal(support.data.satisfaction.value),
            }}
          />
        )}
      </Card>
      <Card title={to('commercial', 'Commercial')}>
        <Facts
          facts={{
            Plan: customer.plan ?? NOTHING,
            'Revenue / month': formatMoney(customer.monthlyRevenue),
            Renews: formatDay(customer.renewsOn),
            Terms: countOf(page.terms.length, 'term', 'terms'),
          }}
        />
      </Card>
      <CareCard customerId={customerId} standpoint={standpoint} />
    </Cards>
  );
}
