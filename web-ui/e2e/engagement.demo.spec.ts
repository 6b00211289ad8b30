import { expect, expectAccessible, test } from './pages';

test.describe('the engagement', () => {
  test('shows who came and went, by interval and by people or accounts, in the address', async ({ page }) => {
    await page.goto('/engagement');
    await expect(page.getByRole('heading', { name: /came and went/ })).toBeVisible();
    await page.getByText('Week', { exact: true }).click();
    await expect(page).toHaveURL(/interval=week/);
    await page.getByText('Accounts', { exact: true }).first().click();
    await expect(page).toHaveURL(/whose=accounts/);
    await page.reload();
    await expect(page.getByRole('radio', { name: 'Accounts' })).toBeChecked();
    const columns = page.getByRole('slider').first();
    await columns.focus();
    await page.keyboard.press('Home');
    await expect(columns).toHaveAttribute('aria-valuenow', '1');
  });

  test('leaves weekends out when asked to', async ({ page }) => {
    await page.goto('/engagement');
    await page.getByLabel('Working days only').check();
    await expect(page).toHaveURL(/days=working/);
    await expect(page.getByRole('heading', { name: /came and went/ })).toBeVisible();
  });

  test('shows the people of one customer, week by week', async ({ page, request }) => {
    // A strip of hundreds of weeks is a long read for the accessibility check.
    test.slow();
    const { customers } = (await (await request.get('/api/v1/customers?limit=1&status=live')).json()) as {
      customers: { customerId: string }[];
    };
    const id = customers[0]?.customerId ?? '';
    await page.goto('/engagement');
    await page.getByLabel('Customer', { exact: true }).fill(id);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`customer=${id}`));
    await expect(page.getByRole('link', { name: `Breadth and people of ${id}` })).toBeVisible();
    await expect(page.locator('[role="status"][aria-label^="Loading"]')).toHaveCount(0);
    await expectAccessible(page);
  });
});
