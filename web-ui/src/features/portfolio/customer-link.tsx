import { Link } from '@tanstack/react-router';
import { createContext, use } from 'react';
import type { CustomerRow } from '../../shared/api/types';

/** Whether the links of a row are a stop of the tab key. In the table only one row is; arrow keys reach the others. */
export const RowTabIndex = createContext(0);

/** The name of a customer, leading to its page; the id shows on hover when it says something else. */
export function CustomerLink({ customer: { customerId, name } }: { customer: CustomerRow }) {
  return (
    <Link
      to="/customers/$customerId"
      params={{ customerId }}
      tabIndex={use(RowTabIndex)}
      title={name === customerId ? undefined : `${name} (${customerId})`}
    >
      {name}
    </Link>
  );
}
