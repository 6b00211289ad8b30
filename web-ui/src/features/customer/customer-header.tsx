import type { Churn, CustomerPage } from '../../shared/api/types';
import { formatDay, formatDistance } from '../../shared/format/dates';
import { daysBetween } from '../../shared/format/days';
import { formatMoney } from '../../shared/format/money';
import { countOf, formatCount, NOTHING } from '../../shared/format/numbers';
import { Figures } from '../../shared/ui/figures';
import { PageHeading } from '../../shared/ui/page-heading';
import { StatusLabel } from '../../shared/ui/status-label';
import classes from './customer-header.module.css';

/** Who the customer is and how it stands on the day. */
export function CustomerHeader({ page: { asOf, customer, churn, profile } }: { page: CustomerPage }) {
  const facts = Object.entries(profile);
  return (
    <>
      <PageHeading
        title={customer.name}
        aside={<StatusLabel status={customer.status} />}
        lead={churn === null ? undefined : endOf(churn)}
      />
      <Figures
        compact
        figures={[
          { label: 'Plan', value: customer.plan ?? NOTHING },
          {
            label: 'Seats',
            value: formatCount(customer.seats),
            note:
              customer.activeUsers28 === null
                ? 'nobody active in 28 days'
                : `at most ${formatCount(customer.activeUsers28)} active on a day of the last 28`,
          },
          { label: 'Revenue / month', value: formatMoney(customer.monthlyRevenue) },
          {
            label: 'Renews',
            value: formatDay(customer.renewsOn),
            note:
              customer.renewsOn === null
                ? 'no term in force'
                : `${countOf(daysBetween(asOf, customer.renewsOn), 'day', 'days')} to go`,
          },
          {
            label: 'Customer since',
            value: formatDay(customer.registeredOn),
            note: formatDistance(customer.registeredOn, asOf),
          },
          {
            label: 'Last activity',
            value: formatDay(customer.lastActiveOn),
            note: customer.lastActiveOn === null ? undefined : formatDistance(customer.lastActiveOn, asOf),
          },
        ]}
      />
      {facts.length > 0 && (
        <dl className={classes.profile} aria-label="Profile">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name.replaceAll('_', ' ')}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** When and why the customer left; the reason in words if there are any, else its code. */
export function endOf({ churnedOn, reasonText, reasonCode }: Churn, locale?: string): string {
  const reason = [reasonText, reasonCode].find((text) => text !== '');
  return `Churned on ${formatDay(churnedOn, locale)}, ${reason === undefined ? 'no reason recorded' : `reason: ${reason}`}.`;
}
