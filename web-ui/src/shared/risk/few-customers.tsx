import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RiskRow } from './answers';
import { Card } from '../ui/card';
import classes from './few-customers.module.css';

interface Props {
  title: string;
  query: Parameters<typeof Card>[0]['query'];
  customers: readonly RiskRow[];
  /** What is said of a customer beside its name. */
  say: (row: RiskRow) => ReactNode;
  /** What stands there when there are none. */
  none: string;
  more?: ReactNode;
}

/** A few customers worth a look, each with the reason. */
export function FewCustomers({ title, query, customers, say, none, more }: Props) {
  return (
    <Card title={title} query={query}>
      {customers.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul className={classes.list}>
          {customers.map((row) => (
            <li key={row.customerId}>
              <Link to="/customers/$customerId" params={{ customerId: row.customerId }} search={{ tab: 'risk' }}>
                {row.name ?? row.customerId}
              </Link>
              <span>{say(row)}</span>
            </li>
          ))}
        </ul>
      )}
      {more}
    </Card>
  );
}
