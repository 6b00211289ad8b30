import { expect, open, PAGES, test } from './pages';

const RENEWALS = PAGES.find(({ name }) => name === 'renewals')!;

test.describe('renewals', () => {
  test.beforeEach(({ page }) => open(page, RENEWALS));

  test('go from quarter to quarter, which stands in the address', async ({ page }) => {
    await page.getByRole('button', { name: /Q2 2023/ }).click();
    await expect(page).toHaveURL(/quarter=2023-Q2/);
    await expect(page.getByRole('heading', { name: /^Q2 2023/ })).toContainText('is over');
  });

  test('show what was won and lost month by month, by keyboard', async ({ page }) => {
    const months = page.getByRole('slider', { name: /Won and lost by month/ });
    await months.focus();
    await page.keyboard.press('Home');
    await expect(months).toHaveAttribute('aria-valuetext', /^Jul 22: expansion/);
  });
});
