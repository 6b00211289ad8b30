import { Link } from '@tanstack/react-router';
import { type ReactNode, use } from 'react';
import type { CustomerRow, Figure } from '../../shared/api/types';
import { FigureButton } from '../../shared/explain/figure-button';
import type { Tab } from './customer-tab';
import { RowTabIndex } from './customer-link';

interface FigureProps {
  figure: Figure | null;
  label: string;
  children?: ReactNode;
}

/** A figure in a row of the table: a stop of the tab key only while its row is the active one. */
export function RowFigure({ figure, label, children }: FigureProps) {
  return (
    <FigureButton figure={figure} label={label} tabIndex={use(RowTabIndex)}>
      {children}
    </FigureButton>
  );
}

interface LinkProps {
  customer: CustomerRow;
  /** Where the events behind the value are. */
  tab: Tab;
  /** Only events of this type. */
  type?: string;
  label: string;
  children: ReactNode;
}

/** A value in a row that leads to the part of the customer's page where it comes from. */
export function RowLink({ customer, tab, type, label, children }: LinkProps) {
  return (
    <Link
      to="/customers/$customerId"
      params={{ customerId: customer.customerId }}
      search={{ tab, ...(type === undefined ? {} : { type }) }}
      tabIndex={use(RowTabIndex)}
      data-value
    >
      {children}
      <span className="hidden-text">
        {' '}
        {label} of {customer.name}
      </span>
    </Link>
  );
}
