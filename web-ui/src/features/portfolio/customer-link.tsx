import { Link } from '@tanstack/react-router';
import { createContext, use } from 'react';
import type { CustomerRow } from '../../shared/api/types';

/** Whether the links of a row are a stop of the tab key. In the table only one row is; arrow keys reach the others. */
export const RowTabIndex = createContext(0);

/** The name of a customer, leading to its page; the id follows when it says something else. */
export function CustomerLink({ customer }: { customer: CustomerRow }) {
  return (
    <>
      <Link to="/customers/$customerId" params={{ customerId: customer.customerId }} tabIndex={use(RowTabIndex)}>
        {customer.name}
      </Link>
      {customer.name !== customer.customerId && <span className="quiet"> {customer.customerId}</span>}
    </>
  );
}
