import { Skeleton } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { asProblem } from '../../shared/api/api-problem';
import { useAsOf } from '../../shared/api/use-as-of';
import { PageHeading } from '../../shared/ui/page-heading';
import { PageSkeleton } from '../../shared/ui/page-skeleton';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { CustomerHeader } from './customer-header';
import classes from './customer-page.module.css';
import { History } from './history';
import { TermsTable } from './terms-table';
import { UsageChart } from './usage-chart';
import { usageByDay } from './usage-days';
import { useCustomer } from './use-customer';
import { useUsage } from './use-usage';

const route = getRouteApi('/customers/$customerId');

/** Everything known about one customer on one day. */
export function CustomerPage() {
  const { customerId } = route.useParams();
  const { type } = route.useSearch();
  const navigate = route.useNavigate();
  const asOf = useAsOf();
  const customer = useCustomer(customerId, asOf?.day);
  const usage = useUsage(customerId, asOf?.day);
  const terms = customer.data?.terms;
  const days = useMemo(() => usage.data && terms && usageByDay(usage.data, terms), [usage.data, terms]);

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
  if (customer.data === undefined) {
    return <PageSkeleton />;
  }
  return (
    <div className={classes.page}>
      <CustomerHeader page={customer.data} />
      {usage.isError ? (
        <ProblemMessage error={usage.error} onRetry={() => void usage.refetch()} />
      ) : days === undefined ? (
        <Skeleton height="33rem" radius="md" role="status" aria-label="Loading use" />
      ) : (
        <UsageChart customerId={customerId} days={days} />
      )}
      <TermsTable terms={customer.data.terms} />
      <History
        customerId={customerId}
        asOf={asOf?.day}
        type={type}
        onType={(chosen) =>
          void navigate({ search: (previous) => ({ ...previous, type: chosen }), replace: true, resetScroll: false })
        }
      />
    </div>
  );
}
