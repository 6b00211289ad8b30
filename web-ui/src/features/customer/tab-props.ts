import type { CustomerPage } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';

/** What every tab of a customer knows. */
export interface TabProps {
  customerId: string;
  page: CustomerPage;
  standpoint: StandpointQuery;
}
