import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Locator, type Page } from '@playwright/test';

/** A test on a page that may write nothing to the error console and throw nothing. */
export const test = base.extend<{ quietConsole: undefined }>({
  quietConsole: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      await use(undefined);
      expect(errors, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export interface Entry {
  name: string;
  path: string;
  /** The sign that it is complete. */
  ready: (page: Page) => Locator;
  /** A part of a page that is looked at elsewhere: two looks are enough. */
  part?: boolean;
}

/** The pages of the product. */
export const PAGES: readonly [Entry, Entry, Entry, ...Entry[]] = [
  { name: 'portfolio', path: '/', ready: (page: Page) => page.getByText('472 customers') },
  {
    name: 'customer',
    path: '/customers/P-0000?tab=audit',
    ready: (page: Page) => page.getByRole('list', { name: 'Events' }).getByRole('listitem').first(),
  },
  {
    name: 'funnel',
    path: '/funnels/adoption?from=2022-07-01&to=2022-10-01',
    ready: (page: Page) => page.getByRole('list', { name: 'Steps' }),
  },
  { name: 'funnels', path: '/funnels', ready: (page: Page) => page.getByRole('heading', { level: 2 }).first() },
  {
    name: 'funnel-times',
    path: '/funnels/adoption?view=times',
    ready: (page: Page) => page.getByRole('heading', { level: 2, name: 'Days to each step' }),
    part: true,
  },
  {
    name: 'funnel-trend',
    path: '/funnels/adoption?view=trend',
    ready: (page: Page) => page.getByRole('heading', { level: 2, name: /^Share that made/ }),
    part: true,
  },
  {
    name: 'define-funnel',
    path: '/define-funnel',
    ready: (page: Page) => page.getByRole('form', { name: 'Funnel' }),
    part: true,
  },
  { name: 'seats', path: '/seats', ready: (page: Page) => page.getByText(/\d+ live customers/) },
  { name: 'risk', path: '/risk', ready: (page: Page) => page.getByRole('group', { name: 'Bands' }) },
  { name: 'drivers', path: '/drivers', ready: (page: Page) => page.getByRole('note') },
  { name: 'model', path: '/model', ready: (page: Page) => page.getByRole('form', { name: 'Model' }) },
  { name: 'cases', path: '/cases', ready: (page: Page) => page.getByText(/^[\d,]+ cases?$/) },
  {
    name: 'engagement',
    path: '/engagement',
    ready: (page: Page) => page.getByRole('heading', { name: /came and went/ }),
  },
  {
    name: 'cohorts',
    path: '/cohorts',
    ready: (page: Page) => page.getByRole('table', { name: 'Customers that stayed' }),
  },
  {
    name: 'renewals',
    path: '/renewals',
    ready: (page: Page) => page.getByRole('heading', { name: 'Won and lost by month' }),
  },
  { name: 'support', path: '/support', ready: (page: Page) => page.getByText('Satisfaction, 1 to 5') },
  {
    name: 'operations',
    path: '/operations',
    ready: (page: Page) => page.getByRole('heading', { level: 2, name: 'Automations' }),
  },
  {
    name: 'definitions',
    path: '/definitions',
    ready: (page: Page) => page.getByRole('heading', { level: 2, name: 'Seats' }),
  },
  ...(['overview', 'onboarding', 'seats', 'users', 'usage', 'support', 'commercial', 'risk'] as const).map((tab) => ({
    name: `customer-${tab}`,
    path: `/customers/P-0000?tab=${tab}`,
    ready: (page: Page) => page.getByRole('navigation', { name: 'Tabs of the customer' }),
    part: true,
  })),
];

/** Opens a page and waits until it is complete. */
export async function open(page: Page, entry: Entry): Promise<void> {
  await page.goto(entry.path);
  await expectLoaded(page, entry);
}

/** Everything on a page is there. */
export async function expectLoaded(page: Page, { ready }: Entry): Promise<void> {
  await expect(ready(page)).toBeVisible();
  // The network never rests, as every page follows the feed.
  await expect(page.locator('[role="status"][aria-label^="Loading"]')).toHaveCount(0);
}

/** No violation of WCAG 2.2 A and AA that a machine can find. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    'accessibility violations',
  ).toEqual([]);
}

/** The page itself does not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(beyond, 'what lies beyond the width of the page').toBeLessThanOrEqual(0);
}
