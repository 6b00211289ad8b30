import { expect, open, PAGES, test } from './pages';

const [PORTFOLIO] = PAGES;

test.describe('around every page', () => {
  test('the command palette leads to pages and customers, and does things, by keyboard', async ({ page }) => {
    await open(page, PORTFOLIO);
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Page, customer or action' });
    await expect(field).toBeFocused();
    await field.fill('operat');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible();

    await page.keyboard.press('Control+k');
    await field.fill('P-0007');
    await expect(page.getByRole('option', { name: /P-0007/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'P-0007' })).toBeVisible();

    await page.keyboard.press('Control+k');
    await field.fill('dark');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await expect(field).toBeHidden();
  });

  test('what was known stands in the address and is kept by links', async ({ page }) => {
    await page.goto('/seats?asOf=2022-12-31');
    await page.getByLabel('Known').selectOption('as known then');
    await expect(page).toHaveURL(/knownAt=then/);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Portfolio' }).click();
    await expect(page).toHaveURL(/asOf=2022-12-31.*knownAt=then|knownAt=then.*asOf=2022-12-31/);
    await expect(page.getByText(/Nothing of them was recorded by then/)).toBeVisible();
    await page.getByLabel('Known').selectOption('up to now');
    await expect(page).not.toHaveURL(/knownAt/);
  });

  test('events that come in are announced, and shown when the reader says so', async ({ page }) => {
    await page.route('**/api/v1/events?after=*', (route) =>
      route.fulfill({
        contentType: 'text/event-stream',
        body: 'id: 99999998\nevent: a\ndata: {}\n\nid: 99999999\nevent: a\ndata: {}\n\n',
      }),
    );
    await page.goto('/seats');
    await page.getByLabel('Search').focus();
    const pill = page.getByRole('button', { name: /new events · Refresh/ });
    await expect(pill).toBeVisible();
    const asked = page.waitForRequest(/\/api\/v1\/seats\?/);
    await pill.click();
    await asked;
    await expect(pill).toBeHidden();
  });

  test('a narrow window has a menu', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, PORTFOLIO);
    const link = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Seats' });
    await expect(link).toBeHidden();
    await page.getByRole('button', { name: 'Menu' }).click();
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Seats' })).toBeVisible();
    await expect(link).toBeHidden();
  });

  test('a chart is kept as a picture', async ({ page }) => {
    await page.goto('/seats');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^PNG/ }).click();
    expect((await download).suggestedFilename()).toBe('seats.png');
  });
});
