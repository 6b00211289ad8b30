import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
  type RouterHistory,
} from '@tanstack/react-router';
import { parseAuditSearch } from '../features/audit/audit-search';
import { parseCasesSearch } from '../features/cases/cases-search';
import { parseCohortsSearch } from '../features/cohorts/cohorts-search';
import { parseCustomerSearch } from '../features/customer/customer-search';
import { parseDefinitionsSearch } from '../features/definitions/definitions-search';
import { parseDriversSearch } from '../features/drivers/drivers-search';
import { parseEngagementSearch } from '../features/engagement/engagement-search';
import { parseFunnelSearch } from '../features/funnel/funnel-search';
import { parseModelSearch } from '../features/model/model-search';
import { parsePortfolioSearch } from '../features/portfolio/portfolio-search';
import { parseRenewalsSearch } from '../features/renewals/renewals-search';
import { parseRiskSearch } from '../features/risk/risk-search';
import { parseSeatsSearch } from '../features/seats/seats-search';
import { parseSupportSearch } from '../features/support/support-search';
import { parseExplainSearch, type ExplainSearch } from '../shared/explain/explained';
import { PageSkeleton } from '../shared/ui/page-skeleton';
import { parseAsOfSearch, type AsOfSearch } from '../shared/url/as-of-search';
import { parsePlainSearch, stringifyPlainSearch } from '../shared/url/plain-search';
import { Layout } from './layout';
import { NotFoundPage } from './not-found-page';
import { UnexpectedErrorPage } from './unexpected-error-page';

const rootRoute = createRootRoute({
  component: Layout,
  notFoundComponent: NotFoundPage,
  validateSearch: (raw: Record<string, unknown>): AsOfSearch & ExplainSearch => ({
    ...parseAsOfSearch(raw),
    ...parseExplainSearch(raw),
  }),
  // Every link keeps the standpoint the reader chose; none has to remember to.
  search: { middlewares: [retainSearchParams<AsOfSearch & ExplainSearch>(['asOf', 'knownAt'])] },
});

const portfolioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: parsePortfolioSearch,
  component: lazyRouteComponent(() => import('../features/portfolio/portfolio-page'), 'PortfolioPage'),
});

const customerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$customerId',
  validateSearch: parseCustomerSearch,
  component: lazyRouteComponent(() => import('../features/customer/customer-page'), 'CustomerPage'),
});

const funnelsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/funnels',
  component: lazyRouteComponent(() => import('../features/funnel/funnels-page'), 'FunnelsPage'),
});

const funnelRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/funnels/$funnelId',
  validateSearch: parseFunnelSearch,
  component: lazyRouteComponent(() => import('../features/funnel/funnel-page'), 'FunnelPage'),
});

const defineFunnelRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/define-funnel',
  component: lazyRouteComponent(() => import('../features/funnel/define-funnel-page'), 'DefineFunnelPage'),
});

const seatsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/seats',
  validateSearch: parseSeatsSearch,
  component: lazyRouteComponent(() => import('../features/seats/seats-page'), 'SeatsPage'),
});

const riskRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/risk',
  validateSearch: parseRiskSearch,
  component: lazyRouteComponent(() => import('../features/risk/risk-page'), 'RiskPage'),
});

const driversRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/drivers',
  validateSearch: parseDriversSearch,
  component: lazyRouteComponent(() => import('../features/drivers/drivers-page'), 'DriversPage'),
});

const modelRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/model',
  validateSearch: parseModelSearch,
  component: lazyRouteComponent(() => import('../features/model/model-page'), 'ModelPage'),
});

const casesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases',
  validateSearch: parseCasesSearch,
  component: lazyRouteComponent(() => import('../features/cases/cases-page'), 'CasesPage'),
});

const engagementRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/engagement',
  validateSearch: parseEngagementSearch,
  component: lazyRouteComponent(() => import('../features/engagement/engagement-page'), 'EngagementPage'),
});

const cohortsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cohorts',
  validateSearch: parseCohortsSearch,
  component: lazyRouteComponent(() => import('../features/cohorts/cohorts-page'), 'CohortsPage'),
});

const renewalsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/renewals',
  validateSearch: parseRenewalsSearch,
  component: lazyRouteComponent(() => import('../features/renewals/renewals-page'), 'RenewalsPage'),
});

const supportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/support',
  validateSearch: parseSupportSearch,
  component: lazyRouteComponent(() => import('../features/support/support-page'), 'SupportPage'),
});

const operationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/operations',
  component: lazyRouteComponent(() => import('../features/operations/operations-page'), 'OperationsPage'),
});

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  validateSearch: parseAuditSearch,
  component: lazyRouteComponent(() => import('../features/audit/audit-page'), 'AuditPage'),
});

const definitionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/definitions',
  validateSearch: parseDefinitionsSearch,
  component: lazyRouteComponent(() => import('../features/definitions/definitions-page'), 'DefinitionsPage'),
});

/** A new page is a route above, a name here, and a line in navigation.ts. */
const routeTree = rootRoute.addChildren([
  portfolioRoute,
  customerRoute,
  funnelsRoute,
  funnelRoute,
  defineFunnelRoute,
  seatsRoute,
  engagementRoute,
  cohortsRoute,
  renewalsRoute,
  riskRoute,
  driversRoute,
  modelRoute,
  casesRoute,
  supportRoute,
  auditRoute,
  operationsRoute,
  definitionsRoute,
]);

/** The pages by address. A test may hand in a history of its own. */
export function createAppRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history === undefined ? {} : { history }),
    parseSearch: parsePlainSearch,
    stringifySearch: stringifyPlainSearch,
    defaultPreload: 'intent',
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: UnexpectedErrorPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
