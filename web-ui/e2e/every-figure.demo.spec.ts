import type { APIRequestContext, Page } from '@playwright/test';
import { allPages } from './all-pages';
import { expect, test } from './pages';

interface Shown {
  kind: string;
  value: number;
  explain: string;
}

interface Explanation {
  value: number;
  evidence: { counts: number; events: { position: number }[] }[];
  nextCursor: string | null;
}

/** What the page shows and can explain; of a rate both sides. */
const shownOn = (page: Page): Promise<Shown[]> =>
  page.locator('[data-explain]').evaluateAll((all) =>
    all.flatMap((element) => {
      const { formula, figure, explain, among, amongFigure, amongExplain } = (element as HTMLElement).dataset;
      return [
        { kind: formula ?? '', value: Number(figure), explain: explain ?? '' },
        ...(amongExplain === undefined
          ? []
          : [{ kind: among ?? '', value: Number(amongFigure), explain: amongExplain }]),
      ];
    }),
  );

/** What all things counted for a figure add up to, and the value that the answer itself gives. */
async function explained(request: APIRequestContext, { explain }: Shown) {
  let [sum, value, nothing] = [0, Number.NaN, 0];
  let cursor: string | null = null;
  do {
    const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await request.get(`${explain}&limit=500${next}`);
    if (!answer.ok()) {
      return { sum: Number.NaN, value: `${answer.status()} ${await answer.text()}`, nothing };
    }
    const page = (await answer.json()) as Explanation;
    sum += page.evidence.reduce((total, { counts }) => total + counts, 0);
    nothing += page.evidence.filter(({ counts, events }) => counts !== 0 && events.length === 0).length;
    value = page.value;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { sum, value, nothing };
}

async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[role="status"][aria-label^="Loading"]')).toHaveCount(0);
}

test('every figure of every page is what its events add up to', async ({ page, request }) => {
  test.setTimeout(180_000);
  const wrong: string[] = [];
  const known = new Set<string>();
  const clicked = new Set<string>();
  for (const path of await allPages(request)) {
    await page.goto(path);
    await settle(page);
    const figures = (await shownOn(page)).filter(({ explain }) => !known.has(explain));
    figures.forEach(({ explain }) => known.add(explain));

    // Each figure is asked for its events; the server answers several at a time.
    for (let at = 0; at < figures.length; at += 8) {
      await Promise.all(
        figures.slice(at, at + 8).map(async (figure) => {
          const { sum, value, nothing } = await explained(request, figure);
          if (value !== figure.value || sum !== figure.value || nothing > 0) {
            wrong.push(`${path}: ${figure.kind} shows ${figure.value}, value ${value}, sum ${sum}, ${figure.explain}`);
          }
        }),
      );
    }

    // One of each kind is opened as a reader does it.
    for (const { kind, explain } of figures.filter((figure) => !clicked.has(figure.kind))) {
      const button = page.locator(`[data-explain="${explain}"]`).first();
      if (!clicked.has(kind) && (await button.count()) > 0) {
        clicked.add(kind);
        await button.dispatchEvent('click');
        const drawer = page.getByRole('dialog');
        const said = drawer.getByRole('status').filter({ hasText: /\d/ }).first();
        await expect(said).toContainText(/add up to|count for|Nothing was counted/);
        await expect(said, `${path}: ${kind}`).not.toContainText('please report this');
        await page.keyboard.press('Escape');
        await expect(drawer).toBeHidden();
      }
    }
  }
  process.stdout.write(`${known.size} figures compared with their events, ${clicked.size} kinds opened\n`);
  expect(known.size).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});
