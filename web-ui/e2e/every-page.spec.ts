import { join } from 'node:path';
import { expect, expectAccessible, expectNoSidewaysScroll, open, PAGES, test } from './pages';

const FOLDER = process.env['TENURE_SCREENSHOTS'] ?? join('target', 'screenshots');

for (const scheme of ['light', 'dark'] as const) {
  // Colours do not depend on the width: the widest is looked at in one scheme, and accessibility is checked once in each.
  for (const width of scheme === 'light' ? [360, 1280, 2560] : [360, 1280]) {
    const isRead = (scheme === 'light' && width === 1280) || (scheme === 'dark' && width === 360);
    for (const entry of PAGES.filter(({ part }) => part !== true || isRead)) {
      test(`${entry.name} ${isRead ? 'is accessible and fits' : 'fits'} ${width} pixels, ${scheme}`, async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: width === 360 ? 740 : width === 1280 ? 900 : 1440 });
        await open(page, entry);
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
        await expectNoSidewaysScroll(page);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await page.screenshot({
          path: join(FOLDER, `${entry.name}-${scheme}-${width}.png`),
          fullPage: width !== 2560 && entry.name !== 'portfolio',
        });
        if (isRead) {
          await expectAccessible(page);
        }
      });
    }
  }

  test(`the names behind a bar and an open event are accessible, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('/funnels/adoption?from=2022-07-01&to=2022-10-01&step=2&outcome=missed');
    await expect(page.getByRole('dialog').getByRole('link')).toHaveCount(6);
    await expectAccessible(page);
    await page.screenshot({ path: join(FOLDER, `members-${scheme}-1280.png`) });
    await open(page, PAGES[1]);
    await page.getByRole('list', { name: 'Events' }).locator('summary').first().click();
    await expectAccessible(page);
    await page.locator('#history').scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(FOLDER, `history-${scheme}-1280.png`) });
  });
}

test('the colours are switched by hand and remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, PAGES[0]);
  const html = page.locator('html');
  await page.getByRole('button', { name: /^Colours: Auto/ }).click();
  await page.getByRole('button', { name: /^Colours: Light/ }).click();
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
});
