import { expect, open, PAGES, test } from './pages';

const [PORTFOLIO] = PAGES;

test.describe('the portfolio', () => {
  test.beforeEach(({ page }) => open(page, PORTFOLIO));

  test('stands on the last day in the log and says so', async ({ page }) => {
    await expect(page).toHaveTitle('Portfolio · Tenure');
    await expect(page.getByLabel('As of')).toHaveValue('2023-07-01');
    await expect(page.getByText('the last day in the log')).toBeVisible();
    await expect(page.getByText(/up to event #[\d,]+, 0 behind/)).toBeVisible();
    await page.getByRole('button', { name: 'Show today' }).click();
    await expect(page).toHaveURL(/asOf=today/);
    await page.getByRole('button', { name: 'Back to the latest day' }).click();
    await expect(page).not.toHaveURL(/asOf/);
  });

  test('shows the totals of a day chosen by date', async ({ page }) => {
    await page.getByLabel('As of').fill('2022-12-31');
    await expect(page).toHaveURL(/asOf=2022-12-31/);
    const totals = page.locator('dl').first();
    await expect(totals).toContainText('286');
    await expect(totals).toContainText('9,830');
    await expect(totals).toContainText('$175,394');
  });

  test('sorts by a column, marks it, and keeps the order in the address', async ({ page }) => {
    const name = page.getByRole('columnheader', { name: 'Customer' });
    const revenue = page.getByRole('columnheader', { name: 'Revenue / year' });
    await expect(revenue).toHaveAttribute('aria-sort', 'descending');
    await name.getByRole('button').click();
    await expect(page).toHaveURL(/sort=name/);
    await expect(name).toHaveAttribute('aria-sort', 'ascending');
    await expect(page.getByRole('row').nth(1)).toContainText('P-0000');
    await name.getByRole('button').click();
    await expect(page).toHaveURL(/sort=-name/);
    await expect(page.getByRole('row').nth(1)).toContainText('P-0471');
    await page.reload();
    await expect(page.getByRole('row').nth(1)).toContainText('P-0471');
  });

  test('filters by name, status and plan, and starts over', async ({ page }) => {
    await page.getByLabel('Search').fill('p-00');
    await expect(page).toHaveURL(/search=p-00/);
    await expect(page.getByText('100 customers')).toBeVisible();
    await page.getByText('Churned', { exact: true }).first().click();
    await expect(page).toHaveURL(/status=churned/);
    await expect(page.getByRole('row').nth(1)).toContainText('Churned');
    await page.getByLabel('Search').fill('nobody');
    await expect(page.getByRole('heading', { name: 'No customer matches' })).toBeVisible();
    await page.getByRole('button', { name: 'Reset the filters' }).click();
    await expect(page.getByText('472 customers')).toBeVisible();
    await expect(page.getByLabel('Search')).toHaveValue('');

    const plan = await page.getByRole('search').getByLabel('Plan').locator('option').nth(1).textContent();
    await page.getByRole('search').getByLabel('Plan').selectOption({ index: 1 });
    await expect(page).toHaveURL(new RegExp(`plan=${plan}`));
    await page.getByText('Columns', { exact: true }).first().click();
    await page.getByRole('checkbox', { name: 'Plan' }).check();
    await expect(page).toHaveURL(/columns=/);
    await expect(page.getByRole('row').nth(1)).toContainText(plan ?? '');
  });

  test('is filtered by stage and owner, and keeps a view under a name', async ({ page }) => {
    await page.getByRole('search').getByLabel('Stage').selectOption('Value seen');
    await expect(page).toHaveURL(/stage=value/);
    await page.getByRole('search').getByLabel('Stage').selectOption('All stages');
    await page.getByRole('search').getByLabel('Owner').fill('nobody');
    await expect(page.getByRole('heading', { name: 'No customer matches' })).toBeVisible();
    await page.getByRole('button', { name: 'Reset the filters' }).click();

    await page.getByLabel('Search').fill('p-01');
    await expect(page.getByText('100 customers')).toBeVisible();
    await page.getByRole('button', { name: 'Save as a view …' }).click();
    await page.getByLabel('Name of the view').fill('Renewals');
    await expect(page.getByText('This name belongs to a view that is always there.')).toBeVisible();
    await page.getByLabel('Name of the view').fill('Hundreds');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/view=Hundreds/);
    const views = page.getByRole('navigation', { name: 'Views' });
    await views.getByRole('link', { name: 'All', exact: true }).click();
    await expect(page.getByText('472 customers')).toBeVisible();
    await views.getByRole('link', { name: 'Hundreds' }).click();
    await expect(page.getByText('100 customers')).toBeVisible();
    await page.getByRole('columnheader', { name: 'Customer' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Update “Hundreds”' }).click();
    await views.getByRole('link', { name: 'Hundreds' }).click();
    await expect(page).toHaveURL(/sort=name/);
    await page.getByRole('button', { name: 'Share with all' }).click();
    await expect(page.getByRole('button', { name: 'Stop sharing' })).toBeVisible();
    // It is kept by Tenure and not by the browser, and others see under it who shares it.
    await page.evaluate(() => window.localStorage.setItem('tenure-actor', 'bob'));
    await page.reload();
    await views.getByRole('link', { name: /Hundreds \(\S+\)/ }).click();
    await expect(page.getByText('100 customers')).toBeVisible();
    await expect(page.getByRole('button', { name: /Remove/ })).toBeHidden();
    await page.evaluate(() => window.localStorage.removeItem('tenure-actor'));
    await page.reload();
    await views.getByRole('link', { name: 'Hundreds', exact: true }).click();
    await page.getByRole('button', { name: 'Remove “Hundreds”' }).click();
    await expect(views.getByRole('link', { name: 'Hundreds' })).toBeHidden();
  });

  test('saves what it lists as CSV', async ({ page }) => {
    await page.getByLabel('Search').fill('p-00');
    await expect(page.getByText('100 customers')).toBeVisible();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    expect((await file).suggestedFilename()).toBe('customers-2023-07-01.csv');
    await expect(page.getByText('100 customers saved as CSV.')).toBeVisible();
  });

  test('opens the events behind a total and behind a figure of a row', async ({ page }) => {
    const drawer = page.getByRole('dialog');
    for (const figure of ['customers.live', 'customers.usage', 'seats.sold']) {
      await page.locator(`[data-formula="${figure}"]`).first().click();
      await expect(drawer.getByRole('status').filter({ hasText: /\d/ }).first()).toContainText(/add up to|count for/);
      await page.keyboard.press('Escape');
      await expect(drawer).toBeHidden();
    }
  });

  test('is worked through by keyboard and opens a customer with Enter', async ({ page }) => {
    await page.getByRole('row').nth(1).getByRole('link').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('[data-row="2"] a').first()).toBeFocused();
    await page.keyboard.press('End');
    await expect(page.locator('[data-row="471"] a').first()).toBeFocused();
    await expect(page.locator('[data-row="471"]')).toBeInViewport();
    await page.keyboard.press('Home');
    await expect(page.locator('[data-row="0"] a').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/customers\/P-\d{4}/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^P-\d{4}$/);
  });

  test('draws only the rows in sight, under a header that stays', async ({ page }) => {
    expect(await page.getByRole('row').count()).toBeLessThan(60);
    await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '473');
    await page.locator('[data-row="0"]').hover();
    await page.mouse.wheel(0, 6000);
    await expect(page.locator('[data-row="0"]')).not.toBeInViewport();
    await expect(page.getByRole('columnheader', { name: 'Customer' })).toBeInViewport();
  });

  test('is left by the skip link without passing the navigation', async ({ page }) => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  });
});
