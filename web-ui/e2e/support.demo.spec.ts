import { expect, expectAccessible, test } from './pages';

test.describe('the support', () => {
  test('counts the tickets of a period, month by month, as a chart and as a table', async ({ page }) => {
    await page.goto('/support');
    await expect(page.getByRole('heading', { name: 'Tickets by month' })).toBeVisible();
    const columns = page.getByRole('slider', { name: /^Tickets by month/ });
    await columns.focus();
    await page.keyboard.press('Home');
    await expect(columns).toHaveAttribute('aria-valuenow', '1');
    await expect(columns).toHaveAttribute('aria-valuetext', /\d/);
    await page.getByRole('button', { name: 'Show table' }).first().click();
    await expect(
      page.getByRole('region', { name: 'Tickets by month, as a table' }).getByRole('row').nth(1),
    ).toBeVisible();
  });

  test('says so when no ticket was opened in a period', async ({ page }) => {
    await page.goto('/support');
    await page.getByLabel('Opened before').fill('2001-01-01');
    await expect(page).toHaveURL(/to=2001-01-01/);
    await expect(page.getByRole('heading', { name: 'No ticket in this period' })).toBeVisible();
    await expectAccessible(page);
  });

  test('is narrowed down to one customer, and a figure leads to its events', async ({ page, request }) => {
    const { customers } = (await (await request.get('/api/v1/customers?limit=1&status=live')).json()) as {
      customers: { customerId: string }[];
    };
    const id = customers[0]?.customerId ?? '';
    await page.goto('/support');
    await expect(page.getByText('Satisfaction, 1 to 5')).toBeVisible();
    await page.getByLabel('Customer', { exact: true }).fill(id);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`customer=${id}`));
    await expect(page.locator('[role="status"][aria-label^="Loading"]')).toHaveCount(0);
    await page.locator('main [data-explain]').first().click();
    await expect(page.getByRole('dialog').getByRole('status').filter({ hasText: /\d/ }).first()).toContainText(
      /add up to|count for|Nothing was counted/,
    );
  });
});
