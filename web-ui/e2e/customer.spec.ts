import { expect, open, PAGES, test } from './pages';

const [, CUSTOMER] = PAGES;

test.describe('the page of a customer', () => {
  test('is reached from the portfolio with the chosen day', async ({ page }) => {
    await page.goto('/?asOf=2022-12-31&search=P-0000');
    await page.getByRole('link', { name: 'P-0000', exact: true }).click();
    await expect(page).toHaveURL(/\/customers\/P-0000\?asOf=2022-12-31/);
    await expect(page.getByRole('heading', { level: 1, name: 'P-0000' })).toBeVisible();
  });

  test('shows terms as sold', async ({ page }) => {
    await page.goto('/customers/P-0000?tab=commercial');
    const terms = page.getByRole('region', { name: 'Terms' }).getByRole('table').first();
    await expect(terms.getByRole('row').last()).toContainText('standard_mthly');
    await expect(terms.getByRole('row').last()).toContainText('$500.00');
  });

  test('reads out its use by keyboard and as a table', async ({ page }) => {
    await page.goto('/customers/P-0000?tab=usage');
    const days = page.getByRole('slider', { name: /Use over time/ });
    await days.focus();
    await page.keyboard.press('End');
    await expect(days).toHaveAttribute('aria-valuetext', /^Jul 1, 2023: /);
    await page.keyboard.press('ArrowLeft');
    await expect(days).toHaveAttribute('aria-valuetext', /^Jun 30, 2023: /);
    await page.getByRole('button', { name: 'Show table' }).click();
    const table = page.getByRole('region', { name: 'Use over time, as a table' });
    await expect(table.getByRole('row').nth(1)).toContainText('2023-07-01');
    await expect(table.getByRole('row')).toHaveCount(365);
  });

  test('remembers the tab that was last looked at', async ({ page }) => {
    await open(page, CUSTOMER);
    await page.getByRole('link', { name: 'Seats', exact: true }).last().click();
    await expect(page).toHaveURL(/tab=seats/);
    await page.goto('/customers/P-0001');
    await expect(page.getByRole('heading', { name: 'Seats over a year' })).toBeVisible();
  });

  test('says what cannot be known of a source without persons', async ({ page }) => {
    await page.goto('/customers/P-0000?tab=seats');
    await expect(page.getByText(/This source tells totals of days, not persons/)).toBeVisible();
    await page.goto('/customers/P-0000?tab=users');
    await expect(page.getByRole('heading', { name: 'People are not known here' })).toBeVisible();
  });

  test('opens an event, loads older ones, and filters by type in the address', async ({ page }) => {
    await open(page, CUSTOMER);
    const events = page.getByRole('list', { name: 'Events' }).getByRole('listitem');
    await expect(events).toHaveCount(50);
    await events.first().locator('summary').click();
    await expect(events.first().getByText('Event id')).toBeVisible();
    await expect(events.first().getByText('Recorded', { exact: true })).toBeVisible();
    await expect(events.first().getByRole('region', { name: 'Payload' })).toContainText('{');
    await page.getByRole('button', { name: 'Load older' }).click();
    await expect(events).toHaveCount(100);

    await page.getByLabel('Type of event').selectOption('customer.registered');
    await expect(page).toHaveURL(/type=customer.registered/);
    await expect(events).toHaveCount(1);
    await expect(page.getByText('1 event shown, the whole history')).toBeVisible();
  });

  test('tells times in UTC or local, and remembers which', async ({ page }) => {
    await open(page, CUSTOMER);
    const first = page.getByRole('list', { name: 'Events' }).getByRole('listitem').first();
    await first.locator('summary').click();
    await expect(first.locator('dl')).toContainText('UTC');
    await page.getByText('Local', { exact: true }).click();
    await expect(first.locator('dl')).toContainText('GMT+');
    await page.reload();
    await first.locator('summary').click();
    await expect(first.locator('dl')).toContainText('GMT+');
  });
});

test.describe('an address that leads nowhere', () => {
  // The browser itself reports the 404 of an API answer in its console, so these pages are looked at without that rule.
  test('says which customer is unknown', async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto('/customers/NOBODY');
    await expect(page.getByRole('heading', { level: 1, name: 'No customer NOBODY' })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('NOBODY');
    await page.close();
  });

  test('has a page that leads back', async ({ page }) => {
    await page.goto('/no-such-page');
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
    await page.getByRole('link', { name: 'Go to the portfolio' }).click();
    await expect(page.getByText('472 customers')).toBeVisible();
  });
});
