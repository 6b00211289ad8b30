import { NAVIGATION } from '../src/app/navigation';
import { expect, test } from './pages';

const MOST_ROUNDS = 8;
const FIRST_PAINT_MILLISECONDS = 1_000;
const ROUTE_MILLISECONDS = 100;
const FIRST_LOAD_BYTES = 250_000;

const isSlow = (all: readonly number[]) => Math.min(...all) >= ROUTE_MILLISECONDS;

// The machine may be busy with something else for a while, so rounds go on until one is good enough, or there were many.

test('the first visit paints within a second and loads little', async ({ browser }) => {
  const paints: number[] = [];
  let bytes = 0;
  for (let round = 0; round < MOST_ROUNDS && !(Math.min(...paints) < FIRST_PAINT_MILLISECONDS); round += 1) {
    // A context of its own has nothing in its cache.
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.getByText(/^\d[\d,]* customers?$/)).toBeVisible();
    const seen = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .map((entry) => entry as PerformanceResourceTiming)
        .filter(({ name }) => !new URL(name).pathname.startsWith('/api/'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    }));
    paints.push(seen.paint);
    bytes = seen.bytes;
    await context.close();
  }
  process.stdout.write(`first paint ${paints.map(Math.round).join(', ')} ms; ${bytes} bytes of code and style\n`);
  expect(Math.min(...paints)).toBeLessThan(FIRST_PAINT_MILLISECONDS);
  expect(bytes).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
});

test('a change of the page with warm data takes less than a tenth of a second', async ({ page }) => {
  test.setTimeout(120_000);
  const pages = NAVIGATION.flatMap((group) => group.pages);
  await page.goto('/');
  const times = new Map<string, number[]>();
  // The first round loads code and data.
  for (let round = 0; round <= MOST_ROUNDS && (round < 2 || [...times.values()].some(isSlow)); round += 1) {
    for (const { title } of pages) {
      const link = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: title, exact: true });
      const took = await link.evaluate(async (element: HTMLElement) => {
        const start = performance.now();
        (document.activeElement as HTMLElement | null)?.blur();
        element.click();
        // The page takes the focus when it is there.
        while (
          (document.activeElement?.id !== 'main' || document.querySelector('main h1') === null) &&
          performance.now() - start < 5_000
        ) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        return performance.now() - start;
      });
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('[role="status"][aria-label^="Loading"]')).toHaveCount(0);
      if (round > 0) {
        times.set(title, [...(times.get(title) ?? []), took]);
      }
    }
  }
  const best = [...times].map(([title, all]) => ({ title, took: Math.round(Math.min(...all)) }));
  process.stdout.write(`${best.map(({ title, took }) => `${title} ${took} ms`).join(', ')}\n`);
  expect([...times].filter(([, all]) => isSlow(all)).map(([title]) => title)).toEqual([]);
});
