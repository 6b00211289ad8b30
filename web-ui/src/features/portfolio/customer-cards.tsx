import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Sparkline } from '../../shared/charts/sparkline';
import { formatDay } from '../../shared/format/dates';
import { formatWholeMoney } from '../../shared/format/money';
import { formatCount, NOTHING } from '../../shared/format/numbers';
import { StatusLabel } from '../../shared/ui/status-label';
import classes from './customer-cards.module.css';
import { CustomerLink } from './customer-link';
import type { CustomerListProps } from './customer-table';
import { Renewal } from './renewal';

const CARD_HEIGHT = 146;

/** The portfolio on a narrow screen: one card a customer, scrolled with the page. */
export function CustomerCards({ customers, total, asOf, onNearEnd }: CustomerListProps) {
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
              <StatusLabel status={customer.status} />
            </div>
            <dl className={classes.facts}>
              <div>
                <dt>Revenue / month</dt>
                <dd>{formatWholeMoney(customer.monthlyRevenue)}</dd>
              </div>
              <div>
                <dt>Seats · active users</dt>
                <dd>
                  {formatCount(customer.seats)} · {formatCount(customer.activeUsers28)}
                </dd>
              </div>
            </dl>
            <div className={classes.foot}>
              <Sparkline values={customer.usageByWeek} />
              <p>
                {customer.plan ?? NOTHING}
                <br />
                {customer.renewsOn === null ? (
                  `Last active ${formatDay(customer.lastActiveOn)}`
                ) : (
                  <>
                    Renews <Renewal renewsOn={customer.renewsOn} asOf={asOf} />
                  </>
                )}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
