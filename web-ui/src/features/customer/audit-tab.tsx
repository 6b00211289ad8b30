import { getRouteApi } from '@tanstack/react-router';
import { KnownNowNotice } from '../../shared/ui/known-now-notice';
import { History } from './history';
import classes from './tab.module.css';
import type { TabProps } from './tab-props';

const route = getRouteApi('/customers/$customerId');

/** What happened to the customer, event by event. */
export function AuditTab({ customerId, standpoint }: TabProps) {
  const { type } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className={classes.tab}>
      <KnownNowNotice what="The history is" />
      <History
        customerId={customerId}
        asOf={standpoint.asOf}
        type={type}
        onType={(chosen) =>
          void navigate({ search: (previous) => ({ ...previous, type: chosen }), replace: true, resetScroll: false })
        }
      />
    </div>
  );
}
