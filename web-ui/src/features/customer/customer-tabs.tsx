import { Link } from '@tanstack/react-router';
import { type Tab, TABS } from './customer-search';
import classes from './customer-tabs.module.css';

const TITLES: Record<Tab, string> = {
  overview: 'Overview',
  timeline: 'Timeline',
  onboarding: 'Onboarding',
  seats: 'Seats',
  users: 'Users',
  usage: 'Usage',
  support: 'Support',
  commercial: 'Commercial',
  risk: 'Risk',
  audit: 'Audit',
};

/** The way between the tabs of a customer. They are links, so each can be opened beside the other and sent on. */
export function CustomerTabs({ customerId, tab }: { customerId: string; tab: Tab }) {
  return (
    <nav aria-label="Tabs of the customer" className={classes.tabs}>
      {TABS.map((name) => (
        <Link
          key={name}
          to="/customers/$customerId"
          params={{ customerId }}
          search={{ tab: name }}
          activeProps={{}}
          inactiveProps={{}}
          aria-current={name === tab ? 'page' : undefined}
          resetScroll={false}
        >
          {TITLES[name]}
        </Link>
      ))}
    </nav>
  );
}
