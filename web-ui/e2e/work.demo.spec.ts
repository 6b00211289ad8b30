import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './pages';

// These tests change what the server holds, so they look at today and at a customer of their own.
const TODAY = 'asOf=today';
const CUSTOMER = `e2e-${Date.now().toString(36)}-work`;

test.describe.serial('work on a customer, with the keyboard alone', () => {
  test.beforeAll(async ({ request, baseURL }) => {
    const answer = await request.post('/api/v1/commands/register-customer', {
      headers: { 'Idempotency-Key': CUSTOMER, Origin: baseURL ?? '' },
      data: { customerId: CUSTOMER, name: 'Juniper Quay', registeredOn: new Date().toISOString().slice(0, 10) },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  });

  test('a case that was moved is moved back, though the drawer keeps the focus', async ({ page }) => {
    await page.goto(`/cases?${TODAY}&customer=${CUSTOMER}&open=${CUSTOMER}`);
    await page.getByLabel('Title').focus();
    await page.keyboard.type('Nobody has logged on yet');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    const [first, contacted] = [
      drawer.getByRole('button', { name: 'At risk' }),
      drawer.getByRole('button', { name: 'Contacted' }),
    ];
    await contacted.focus();
    await page.keyboard.press('Enter');
    await expect(contacted).toHaveAttribute('aria-pressed', 'true');
    const undo = page.getByRole('button', { name: 'Undo' });
    await expect(undo).toHaveAttribute('aria-keyshortcuts', /Control\+Z/);
    await expect(contacted).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(first).toHaveAttribute('aria-pressed', 'true');
    await expect(undo).toBeHidden();
    await expect(drawer.getByRole('region', { name: /^Its 3 events/ })).toBeVisible();
  });

  test('an owner is assigned, and the focus returns to where it was', async ({ page }) => {
    const care = await openCare(page);
    const button = care.getByRole('button', { name: 'Assign owner' });
    await button.focus();
    await page.keyboard.press('Enter');
    await tabTo(page, care.getByLabel('Owner', { exact: true }));
    await page.keyboard.type('nora.lind');
    await page.keyboard.press('Enter');
    await expect(page.getByText('nora.lind looks after the customer.')).toBeVisible();
    await expect(care.getByText('nora.lind', { exact: true })).toBeVisible();
    await expect(button).toBeFocused();
  });

  test('a customer is judged, with the reason', async ({ page }) => {
    const care = await openCare(page);
    const button = care.getByRole('button', { name: 'Judge', exact: true }).first();
    await button.focus();
    await page.keyboard.press('Enter');
    await tabTo(page, care.getByLabel('Judgement, 1 to 5'));
    await page.keyboard.press('ArrowUp');
    await expect(care.getByLabel('Judgement, 1 to 5')).toHaveValue('2');
    await page.keyboard.press('Tab');
    await page.keyboard.type('The sponsor left.');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Judged 2 of 5.')).toBeVisible();
    await expect(care).toContainText('The sponsor left.');
    await expect(button).toBeFocused();
  });
});

async function openCare(page: Page): Promise<Locator> {
  await page.goto(`/customers/${CUSTOMER}?tab=overview&${TODAY}`);
  const care = page.getByRole('region', { name: 'Care' });
  await expect(care).toBeVisible();
  return care;
}

/** Goes on by the Tab key until the field has the focus. */
async function tabTo(page: Page, field: Locator): Promise<void> {
  await expect(field).toBeVisible();
  for (let stop = 0; stop < 5; stop += 1) {
    // Each stop depends on the one before.
    // oxlint-disable-next-line no-await-in-loop
    if (await field.evaluate((element) => element === document.activeElement)) {
      return;
    }
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Tab');
  }
  await expect(field).toBeFocused();
}
