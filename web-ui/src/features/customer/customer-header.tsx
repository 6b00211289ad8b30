import { Link } from '@tanstack/react-router';
import type { Churn, CustomerPage, CustomerRow } from '../../shared/api/types';
import { FigureButton } from '../../shared/explain/figure-button';
import { formatDay, formatDistance } from '../../shared/format/dates';
import { formatMoney, formatWholeMoney } from '../../shared/format/money';
import { countOf, formatShare, NOTHING } from '../../shared/format/numbers';
import { HealthBand } from '../../shared/risk/health-band';
import { formatChange, formatPoints, signalName } from '../../shared/risk/risk-words';
import { type Figure, Figures } from '../../shared/ui/figures';
import { PageHeading } from '../../shared/ui/page-heading';
import { StatusLabel } from '../../shared/ui/status-label';
import classes from './customer-header.module.css';
import { LifeSteps } from './life-steps';

/** Who the customer is, how far it has come, and how it stands on the day. */
export function CustomerHeader({ page: { asOf, customer, churn, profile, steps } }: { page: CustomerPage }) {
  const facts = Object.entries(profile);
  return (
    <>
      <PageHeading
        title={customer.name}
        aside={<StatusLabel status={customer.status} />}
        lead={churn === null ? undefined : endOf(churn)}
      />
      <LifeSteps customerId={customer.customerId} steps={steps} />
      <Figures compact figures={[...riskFigures(customer), ...moneyFigures(customer), ...useFigures(customer, asOf)]} />
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

function riskFigures({ customerId, risk }: CustomerRow): Figure[] {
  if (risk === null) {
    return [{ label: 'Health', value: NOTHING, note: 'no model says anything of it' }];
  }
  const toRisk = (text: string, label: string) => (
    <Link to="/customers/$customerId" params={{ customerId }} search={{ tab: 'risk' }} resetScroll={false}>
      {text}
      <span className="hidden-text"> {label}, show what it is made of</span>
    </Link>
  );
  return [
    {
      label: 'Health',
      value:
        risk.health === null ? (
          NOTHING
        ) : (
          <>
            {toRisk(formatPoints(risk.health), 'health')} <HealthBand band={risk.band} />
          </>
        ),
      note: risk.topDriver === null ? undefined : `held down by ${signalName(risk.topDriver).toLowerCase()}`,
    },
    {
      label: 'Risk',
      value: risk.risk === null ? NOTHING : toRisk(formatShare(risk.risk), 'risk'),
      note: risk.change === null ? undefined : `${formatChange(100 * risk.change)} points in 30 days`,
    },
  ];
}

function moneyFigures({
  plan,
  renewsOn,
  daysToRenewal,
  annualRevenue,
  monthlyRevenue,
  revenue,
}: CustomerRow): Figure[] {
  return [
    {
      label: 'Renews in',
      value: daysToRenewal === null ? NOTHING : countOf(daysToRenewal, 'day', 'days'),
      note: renewsOn === null ? 'no term in force' : `on ${formatDay(renewsOn)}`,
    },
    {
      label: 'Revenue / year',
      value:
        annualRevenue === null ? (
          NOTHING
        ) : (
          <FigureButton figure={revenue} label="a year">
            {formatWholeMoney(annualRevenue)}
          </FigureButton>
        ),
      note: monthlyRevenue === null ? undefined : `${formatMoney(monthlyRevenue)} a month`,
    },
    { label: 'Plan', value: plan ?? NOTHING },
  ];
}

function useFigures({ seatUse, registeredOn, lastActiveOn }: CustomerRow, asOf: string): Figure[] {
  return [
    {
      label: 'Seats sold',
      value: <FigureButton figure={seatUse.sold} label="seats sold" />,
      note: (
        <>
          <FigureButton figure={seatUse.active28} label="people active in 28 days" /> active,{' '}
          <FigureButton figure={seatUse.trained} label="people trained" /> trained
        </>
      ),
    },
    {
      label: 'Last activity',
      value: formatDay(lastActiveOn),
      note: lastActiveOn === null ? undefined : formatDistance(lastActiveOn, asOf),
    },
    { label: 'Customer since', value: formatDay(registeredOn), note: formatDistance(registeredOn, asOf) },
  ];
}

/** When and why the customer left; the reason in words if there are any, else its code. */
export function endOf({ churnedOn, reasonText, reasonCode }: Churn, locale?: string): string {
  const reason = [reasonText, reasonCode].find((text) => text !== '');
  return `Churned on ${formatDay(churnedOn, locale)}, ${reason === undefined ? 'no reason recorded' : `reason: ${reason}`}.`;
}
