import type { Locator } from '@playwright/test';
import { expect, expectAccessible, test } from './pages';

const TODAY = 'asOf=today';
const ID = `e2e-${Date.now().toString(36)}`;

test.describe.serial('a funnel of one’s own', () => {
  test('is defined by the keyboard alone, and drawn', async ({ page }) => {
    await page.goto(`/funnels/onboarding?${TODAY}`);
    await page.getByRole('link', { name: 'Define another funnel' }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: 'Funnel' });
    await expect(form).toBeVisible();

    // From the field of the name on, Tab leads through the form in its order.
    await form.getByLabel('Name', { exact: true }).focus();
    await page.keyboard.type(`Way to use ${ID}`);
    await page.keyboard.press('Tab');
    await page.keyboard.type(ID);
    for (let field = 0; field < 5; field += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('Somebody logged on');
    await page.keyboard.press('Tab');
    await page.keyboard.type('usage.logged-on');

    const add = form.getByRole('button', { name: 'Add a step' });
    for (let field = 0; field < 10 && !(await isFocused(add)); field += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    const second = form.getByRole('group', { name: 'Step 2' });
    await expect(second.getByLabel('Name of the step')).toBeFocused();
    await page.keyboard.type('Renewed');
    await page.keyboard.press('Tab');
    await page.keyboard.type('license.renewed');
    await expectAccessible(page);
    await page.keyboard.press('Enter');

    await expect(page).toHaveURL(new RegExp(`/funnels/${ID}`));
    await expect(page.getByRole('heading', { level: 1, name: `Way to use ${ID} funnel` })).toBeVisible();
    const steps = page.getByRole('list', { name: 'Steps' });
    await expect(steps.getByRole('heading', { name: /Somebody logged on/ })).toBeVisible();
    await expect(steps.getByRole('button', { name: /^Somebody logged on: \d+ reached/ })).toBeVisible();
  });

  test('is refused beside the field: an id that is taken, then an event there is not', async ({ page }) => {
    await page.goto(`/define-funnel?${TODAY}`);
    const form = page.getByRole('form', { name: 'Funnel' });
    await form.getByLabel('Name', { exact: true }).fill('Another');
    const id = form.getByLabel('Id, in its address');
    await id.fill(ID);
    await expect(id).toHaveAccessibleDescription(/has this id already/);
    await id.fill(`${ID}-other`);
    await form.getByLabel('Name of the step').fill('Nothing');
    const event = form.getByLabel('Event that counts');
    await event.fill('no.such-event');

    // The browser itself reports the refusal in its console.
    page.removeAllListeners('console');
    await page.keyboard.press('Enter');
    await expect(event).toHaveAccessibleDescription(/No such event/);
    await expect(event).toBeFocused();
    await expectAccessible(page);
  });
});

const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);
