import { expect, open, PAGES, test } from './pages';

const COHORTS = PAGES.find(({ name }) => name === 'cohorts')!;

test.describe('the heat map of cohorts', () => {
  test.beforeEach(({ page }) => open(page, COHORTS));

  test('is walked by keyboard, and a cell opens what it counts', async ({ page }) => {
    const cells = page.getByRole('table', { name: 'Customers that stayed' }).locator('[data-place]');
    await cells.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('[data-place="0.1"]')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page).toHaveURL(/explain=/);
  });

  test('compares two cells that are chosen with Shift, and keeps them in the address', async ({ page }) => {
    await page.locator('[data-place="1.1"]').click({ modifiers: ['Shift'] });
    await page.locator('[data-place="2.1"]').click({ modifiers: ['Shift'] });
    await expect(page).toHaveURL(/one=[\d-]+\.1&other=[\d-]+\.1/);
    await page.reload();
    await expect(page.getByText(/points/)).toBeVisible();
  });

  test('follows revenue instead of customers', async ({ page }) => {
    await page.getByText('Revenue', { exact: true }).click();
    await expect(page).toHaveURL(/of=revenue/);
    await expect(page.getByRole('table', { name: /Revenue that stayed/ })).toBeVisible();
  });
});
