import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Sparkline } from '../../shared/charts/sparkline';
import { STAGE_WORDS } from '../../shared/customer/stage-words';
import { formatDay } from '../../shared/format/dates';
import { formatWholeMoney } from '../../shared/format/money';
import { countOf, NOTHING } from '../../shared/format/numbers';
import { HealthBand } from '../../shared/risk/health-band';
import { formatPoints, signalName } from '../../shared/risk/risk-words';
import { StatusLabel } from '../../shared/ui/status-label';
import classes from './customer-cards.module.css';
import { CustomerLink } from './customer-link';
import type { CustomerListProps } from './customer-table';
import { SeatBullet } from './seat-bullet';

const CARD_HEIGHT = 178;

/** The portfolio on a narrow screen: one card a customer, scrolled with the page. */
export function CustomerCards({ customers, total, onNearEnd }: CustomerListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, []);

  const virtualizer = useWindowVirtualizer({
    count: customers.length,
    estimateSize: () => CARD_HEIGHT,
    overscan: 6,
    scrollMargin: top,
  });
  const drawn = virtualizer.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastDrawn >= customers.length - 30) {
      onNearEnd();
    }
  }, [lastDrawn, customers.length, onNearEnd]);

  return (
    <ul ref={list} aria-label="Customers" className={classes.list} style={{ height: virtualizer.getTotalSize() }}>
      {drawn.map((item) => {
        const customer = customers[item.index];
        return customer === undefined ? null : (
          <li
            key={customer.customerId}
            aria-setsize={total}
            aria-posinset={item.index + 1}
            className={classes.card}
            style={{ height: CARD_HEIGHT - 10, transform: `translateY(${item.start - top}px)` }}
          >
            <div className={classes.head}>
              <span className={classes.name}>
                <CustomerLink customer={customer} />
              </span>
              {customer.status === 'churned' ? (
                <StatusLabel status="churned" />
              ) : (
                <span>
                  {customer.risk === null ? '' : formatPoints(customer.risk.health)}{' '}
                  <HealthBand band={customer.risk?.band ?? null} />
                </span>
              )}
            </div>
            <dl className={classes.facts}>
              <div>
                <dt>Revenue / year</dt>
                <dd>{formatWholeMoney(customer.annualRevenue)}</dd>
              </div>
              <div>
                <dt>Renews in</dt>
                <dd title={formatDay(customer.renewsOn)}>
                  {customer.daysToRenewal === null ? NOTHING : countOf(customer.daysToRenewal, 'day', 'days')}
                </dd>
              </div>
              <div className={classes.seats}>
                <dt>{customer.seatUse.trained === null ? 'Active of sold' : 'Active · trained of sold'}</dt>
                <dd>
                  <SeatBullet customer={customer} />
                </dd>
              </div>
            </dl>
            <div className={classes.foot}>
              <Sparkline values={customer.usageByWeek} />
              <p>
                {customer.stage === null
                  ? NOTHING
                  : `${STAGE_WORDS[customer.stage]}, ${countOf(customer.stageDays ?? 0, 'day', 'days')}`}
                <br />
                {customer.risk === null || customer.risk.topDriver === null
                  ? (customer.plan ?? NOTHING)
                  : signalName(customer.risk.topDriver)}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
