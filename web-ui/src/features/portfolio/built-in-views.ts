import type { PortfolioSearch } from './portfolio-search';

/** A way to look at the portfolio: filters, order and columns under a name. */
export interface PortfolioView {
  name: string;
  search: PortfolioSearch;
}

/** What most teams look for in the morning. */
export const BUILT_IN_VIEWS: readonly PortfolioView[] = [
  { name: 'All', search: {} },
  { name: 'At risk', search: { status: 'live', sort: 'health' } },
  {
    name: 'Biggest movers',
    search: {
      status: 'live',
      sort: '-riskChange',
      columns: 'stage,health,risk,riskChange,usage,annualRevenue,topDriver,owner,rating',
    },
  },
  {
    name: 'Onboarding',
    search: {
      status: 'live',
      sort: 'stage',
      columns: 'stage,health,usage,seatUse,trainingGap,topDriver,owner,registeredOn',
    },
  },
  {
    name: 'Unused seats',
    search: {
      status: 'live',
      sort: '-activityGapMoney',
      columns: 'stage,usage,seatUse,activeShare,activityGap,trainingGap,renewsOn,annualRevenue,owner',
    },
  },
  { name: 'Renewals', search: { status: 'live', sort: 'renewsOn' } },
];
