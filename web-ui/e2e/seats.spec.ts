import { expect, open, PAGES, test } from './pages';

const SEATS = PAGES.find(({ name }) => name === 'seats')!;

test.describe('the seats of all customers', () => {
  test.beforeEach(({ page }) => open(page, SEATS));

  test('are walked through by keyboard, month by month', async ({ page }) => {
    const months = page.getByRole('slider', { name: /Seats of all customers: walk through the months/ });
    await months.focus();
    await page.keyboard.press('End');
    await expect(months).toHaveAttribute('aria-valuetext', /^Jul 1, 2023: [\d,]+ seats sold/);
    await page.keyboard.press('ArrowLeft');
    await expect(months).toHaveAttribute('aria-valuetext', /^Jun 30, 2023: /);
  });

  test('take gap and colour from the address and bring them there', async ({ page }) => {
    // The source knows no persons, so the gap to activity is shown without being asked for.
    await expect(page.getByRole('columnheader', { name: 'Seats not active' })).toBeVisible();
    await page.getByText('log-on', { exact: true }).click();
    await expect(page).toHaveURL(/gap=log-on/);
    await expect(page.getByRole('columnheader', { name: 'Seats never logged on' })).toBeVisible();
    await page.getByLabel('Utilisation').selectOption('Good (green)');
    await expect(page).toHaveURL(/utilisation=green/);
    await page.reload();
    await expect(page.getByLabel('Utilisation')).toHaveValue('green');
  });

  test('lead to the seats of a customer', async ({ page }) => {
    const link = page.getByRole('region', { name: 'Customers by money in the gap' }).getByRole('link').first();
    const name = await link.innerText();
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: 'Seats over a year' })).toBeVisible();
  });
});
