import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Entry, expect, expectAccessible, expectLoaded, expectNoSidewaysScroll, open, PAGES, test } from './pages';

const FOLDER = process.env['TENURE_SCREENSHOTS'] ?? join('target', 'screenshots');

// Each page is opened at the first width, where its accessibility is checked, and stands the others without being loaded anew.
const WIDTHS = { light: [1280, 360, 2560], dark: [360, 1280] } as const;
const HEIGHTS = { 360: 740, 1280: 900, 2560: 1440 } as const;

for (const scheme of ['light', 'dark'] as const) {
  for (const entry of PAGES) {
    const [first, ...others] = WIDTHS[scheme];
    test(`${entry.name} is accessible and fits, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width: first, height: HEIGHTS[first] });
      await open(page, entry);
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expectFits(page, entry, scheme, first);
      await expectAccessible(page);
      for (const width of entry.part === true ? [] : others) {
        await page.setViewportSize({ width, height: HEIGHTS[width] });
        await expectLoaded(page, entry);
        await expectFits(page, entry, scheme, width);
      }
    });
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

/** A page does not scroll sideways; what it looks like is kept. */
async function expectFits(page: Page, { name }: Entry, scheme: string, width: number): Promise<void> {
  await expectNoSidewaysScroll(page);
  await page.screenshot({
    path: join(FOLDER, `${name}-${scheme}-${width}.png`),
    fullPage: width !== 2560 && name !== 'portfolio',
  });
}
