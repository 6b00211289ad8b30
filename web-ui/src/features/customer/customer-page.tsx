import { Skeleton } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { asProblem } from '../../shared/api/api-problem';
import { useStandpoint } from '../../shared/api/use-standpoint';
import { PageHeading } from '../../shared/ui/page-heading';
import { PageSkeleton } from '../../shared/ui/page-skeleton';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { CustomerHeader } from './customer-header';
import classes from './customer-page.module.css';
import type { Tab } from './customer-search';
import { CustomerTabs } from './customer-tabs';
import type { TabProps } from './tab-props';
import { useCustomer } from './use-customer';
import { useTab } from './use-tab';

const route = getRouteApi('/customers/$customerId');

const TAB_CONTENT: Record<Tab, ComponentType<TabProps>> = {
  overview: lazy(() => import('./overview-tab').then((module) => ({ default: module.OverviewTab }))),
  timeline: lazy(() => import('./timeline/timeline-tab').then((module) => ({ default: module.TimelineTab }))),
  onboarding: lazy(() => import('./onboarding-tab').then((module) => ({ default: module.OnboardingTab }))),
  seats: lazy(() => import('./seats-tab').then((module) => ({ default: module.SeatsTab }))),
  users: lazy(() => import('./users-tab').then((module) => ({ default: module.UsersTab }))),
  usage: lazy(() => import('./usage-tab').then((module) => ({ default: module.UsageTab }))),
  support: lazy(() => import('./support-tab').then((module) => ({ default: module.SupportTab }))),
  commercial: lazy(() => import('./commercial-tab').then((module) => ({ default: module.CommercialTab }))),
  risk: lazy(() => import('./risk/risk-tab').then((module) => ({ default: module.RiskTab }))),
  audit: lazy(() => import('./audit-tab').then((module) => ({ default: module.AuditTab }))),
};

/** Everything known about one customer on one day: who it is, and tab by tab how it does. */
export function CustomerPage() {
  const { customerId } = route.useParams();
  const tab = useTab(route.useSearch().tab);
  const standpoint = useStandpoint();
  const customer = useCustomer(customerId, standpoint);

  if (customer.isError) {
    const unknown = asProblem(customer.error).status === 404;
    return (
      <>
        <PageHeading title={unknown ? `No customer ${customerId}` : customerId} />
        <ProblemMessage error={customer.error} onRetry={unknown ? undefined : () => void customer.refetch()}>
          <p>
            <Link to="/">Go to the portfolio</Link>
          </p>
        </ProblemMessage>
      </>
    );
  }
  if (customer.data === undefined || standpoint === undefined) {
    return <PageSkeleton />;
  }
  const Content = TAB_CONTENT[tab];
  return (
    <div className={classes.page}>
      <CustomerHeader page={customer.data} />
      <CustomerTabs customerId={customerId} tab={tab} />
      <Suspense fallback={<Skeleton height="30rem" radius="md" role="status" aria-label="Loading the tab" />}>
        <Content customerId={customerId} page={customer.data} standpoint={standpoint} />
      </Suspense>
    </div>
  );
}
