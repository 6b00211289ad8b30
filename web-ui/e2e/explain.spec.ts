import { expect, open, PAGES, test } from './pages';

const withFigures = PAGES.filter(({ name }) => ['seats', 'customer-overview', 'customer-seats'].includes(name));

test.describe('the events behind a figure', () => {
  for (const entry of withFigures) {
    test(`add up to it, for every kind of figure on ${entry.name}`, async ({ page }) => {
      await open(page, entry);
      await expect(page.locator('[data-figure]').first()).toBeVisible();
      const kinds = await page
        .locator('[data-figure]')
        .evaluateAll((all) => [...new Set(all.map((figure) => figure.getAttribute('data-formula') ?? ''))]);
      expect(kinds.length).toBeGreaterThan(1);
      for (const kind of kinds) {
        const figure = page.locator(`[data-figure][data-formula="${kind}"]`).first();
        const shown = Number(await figure.getAttribute('data-figure'));
        await figure.click();
        const drawer = page.getByRole('dialog');
        const sum = drawer.getByRole('status').filter({ hasText: /\d/ }).first();
        await expect(sum).toContainText(/add up to|count for|Nothing was counted/);
        const figureInWords = /add up to (-?[\d,]+)|of (-?[\d,]+)\.$/.exec(await sum.innerText());
        expect(Number((figureInWords?.[1] ?? figureInWords?.[2] ?? '0').replaceAll(',', '')), kind).toBe(shown);
        await page.keyboard.press('Escape');
        await expect(drawer).toBeHidden();
      }
    });
  }

  test('open by keyboard, down to payload, both times and the history', async ({ page }) => {
    await page.goto('/customers/P-0000?tab=seats');
    await page
      .getByRole('button', { name: /seats sold, show events/ })
      .first()
      .focus();
    await expect(page.getByRole('tooltip')).toContainText('Seats of the terms in force');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await drawer.locator('ol summary').first().focus();
    await page.keyboard.press('Enter');
    await expect(drawer.getByText('Recorded', { exact: true })).toBeVisible();
    await expect(drawer.getByRole('region', { name: /Payload/ })).toContainText('licenseId');
    await drawer.getByRole('link', { name: /in the history of P-0000/ }).click();
    await expect(page).toHaveURL(/tab=audit/);
    await expect(page.getByRole('list', { name: 'Events' })).toBeVisible();
  });

  test('stand in the address, so that they can be sent on', async ({ page }) => {
    await open(page, withFigures[0]!);
    await page.locator('[data-figure]').first().click();
    await expect(page).toHaveURL(/explain=/);
    await page.reload();
    await expect(page.getByRole('dialog').getByRole('status').first()).toContainText(/\d/);
    await page.goBack();
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

test('the page of definitions has every figure that can be explained', async ({ page, request }) => {
  const refusal = await (await request.get('/api/v1/explain?figure=none')).json();
  const names = String(refusal.detail).match(/[a-z]+(?:-[a-z]+)*\.[a-z\d-]+/g) ?? [];
  expect(names.length).toBeGreaterThan(80);
  await page.goto('/definitions');
  await expect(page.getByRole('heading', { level: 2, name: 'Seats' })).toBeVisible();
  const shown = await page.locator('dt code').allInnerTexts();
  expect(names.filter((name) => !shown.includes(name))).toEqual([]);
});
