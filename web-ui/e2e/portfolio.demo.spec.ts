import { expect, expectAccessible, test } from './pages';

// The first test changes what the server holds, so it looks at today and at customers of its own.
const TODAY = 'asOf=today';
const MARK = `e2e${Date.now().toString(36)}`;

test.describe('the portfolio of today', () => {
  test.beforeAll(async ({ request, baseURL }) => {
    for (const name of ['Aspen', 'Birch', 'Cedar']) {
      // One after the other, as the reader of the log sees them.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await request.post('/api/v1/commands/register-customer', {
        headers: { 'Idempotency-Key': `${MARK}-${name}`, Origin: baseURL ?? '' },
        data: {
          customerId: `${MARK}-${name}`,
          name: `${name} ${MARK}`,
          registeredOn: new Date().toISOString().slice(0, 10),
        },
      });
      expect(answer.ok()).toBe(true);
    }
  });

  test('opens a case for each of the customers that were chosen by keyboard', async ({ page }) => {
    await page.goto(`/?${TODAY}&search=${MARK}&sort=name`);
    await expect(page.getByText('3 customers', { exact: true })).toBeVisible();
    await page.locator('[data-row="0"] a').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    const chosen = page.getByRole('region', { name: 'Chosen customers' });
    await expect(chosen).toContainText('2 customers chosen');
    await expect(page.getByRole('checkbox', { name: `Choose Aspen ${MARK}` })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: `Choose Cedar ${MARK}` })).not.toBeChecked();
    await expectAccessible(page);

    await chosen.getByRole('button', { name: 'Open a case for each …' }).focus();
    await page.keyboard.press('Enter');
    await chosen.getByLabel('Title').focus();
    await page.keyboard.type('Say hello');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page.getByText('2 cases are open.')).toBeVisible();
    await expect(chosen).toBeHidden();

    // Of all three, one is new: the others have a case for this reason, which is said, and they stay chosen.
    await page.getByRole('checkbox', { name: 'Choose all rows that are loaded' }).check();
    await chosen.getByRole('button', { name: 'Open a case for each …' }).click();
    await chosen.getByLabel('Title').fill('Say hello again');
    await page.keyboard.press('Enter');
    await expect(page.getByText('1 case is open.')).toBeVisible();
    await expect(chosen.getByRole('alert')).toContainText('2 customers stay chosen');
    await expect(page.getByRole('checkbox', { name: `Choose Cedar ${MARK}` })).not.toBeChecked();
  });

  test('shows those worth a look above the list, in the address', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Worth a look' }).click();
    await expect(page).toHaveURL(/look=open/);
    for (const name of ['Fell most in 30 days', 'Rose most in 30 days', 'People and signals disagree']) {
      await expect(page.getByRole('region', { name })).toBeVisible();
    }
    await expect(page.locator('[role="status"][aria-label^="Loading"]')).toHaveCount(0);
    await expectAccessible(page);
  });
});
