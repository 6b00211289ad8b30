import { join } from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './pages';

const FOLDER = process.env['TENURE_PICTURES'] ?? join('..', 'docs', 'pictures');

test.use({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });

async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[role="status"][aria-label^="Loading"]')).toHaveCount(0);
}

async function picture(page: Page, name: string): Promise<void> {
  await settle(page);
  // A pointer that rests on something would show its formula.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

/** Scrolls until a part of the page stands below the bar that stays. */
async function atTheTop(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading, exact: true }).evaluate((element) => {
    element.scrollIntoView();
    window.scrollBy(0, -120);
  });
}

/** The last day in the log: the demo company ends on the day it was loaded. */
async function lastDay(request: APIRequestContext): Promise<string> {
  const { lastOccurredAt } = (await (await request.get('/api/v1/projections')).json()) as { lastOccurredAt: string };
  return lastOccurredAt.slice(0, 10);
}

/** The last March, or other month, that is over by then. */
async function lastMonth(request: APIRequestContext, month: number): Promise<{ first: string; after: string }> {
  const end = new Date(await lastDay(request));
  const year = end.getUTCMonth() + 1 > month ? end.getUTCFullYear() : end.getUTCFullYear() - 1;
  return {
    first: new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10),
    after: new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10),
  };
}

const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/**
 * The demo company is loaded in the order of its days, but all of it today: what was known on a day is what stands in the
 * log up to the last event of that day.
 */
async function positionAtEndOf(request: APIRequestContext, day: string): Promise<number> {
  let cursor: string | null = '';
  while (cursor !== null) {
    // A page looks at a stretch of the log only, from its end.
    const answer = await request.get(`/api/v1/log?asOf=${day}&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
    const found = (await answer.json()) as { events: { position: number }[]; nextCursor: string | null };
    if (found.events[0] !== undefined) {
      return found.events[0].position;
    }
    cursor = found.nextCursor;
  }
  throw new Error(`Nothing had happened by ${day}.`);
}

test('which new customers are stuck in onboarding, and why', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Onboarding' }).click();
  await expect(page.getByRole('columnheader', { name: 'Stage' })).toHaveAttribute('aria-sort', 'ascending');
  await picture(page, 'walk-1-portfolio');

  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Funnels' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Funnels' })).toBeVisible();
  await page.getByRole('link', { name: 'Onboarding' }).click();
  await expect(page.getByRole('list', { name: 'Steps' })).toBeVisible();
  await picture(page, 'walk-1-funnel');
  await page
    .getByRole('button', { name: /: \d[\d,]* (missed|still open), show names/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  await picture(page, 'walk-1-names');

  await page.goto('/customers/brackwater-freight?tab=onboarding');
  await expect(page.getByText('Stuck', { exact: true })).toBeVisible();
  await picture(page, 'walk-1-customer');
});

test('why a risk rose in a month, and what was known then', async ({ page, request }) => {
  // The champion of this customer goes 15 weeks before the demo company ends.
  const end = await lastDay(request);
  const [first, to] = [daysBefore(end, 112), daysBefore(end, 77)];
  await page.goto(`/customers/corvane-optics?tab=risk&asOf=${to}&changedFrom=${first}&changedTo=${to}`);
  await settle(page);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await atTheTop(page, 'Health and its reasons');
  await picture(page, 'walk-2-risk');
  await atTheTop(page, 'What changed');
  await picture(page, 'walk-2-changes');

  const known = await positionAtEndOf(request, to);
  await page.goto(
    `/customers/corvane-optics?tab=risk&asOf=${to}&knownAt=${known}&changedFrom=${first}&changedTo=${to}`,
  );
  await settle(page);
  await atTheTop(page, 'Health and its reasons');
  await picture(page, 'walk-2-known-then');
});

test('a month as it was known a month later, for an auditor', async ({ page, request }) => {
  const march = await lastMonth(request, 3);
  const april = await lastMonth(request, 4);
  const known = await positionAtEndOf(request, daysBefore(april.after, 1));
  const asOf = daysBefore(march.after, 1);
  const standpoint = `asOf=${asOf}&knownAt=${known}`;
  await page.goto(`/customers/alder-mills?tab=overview&${standpoint}`);
  await picture(page, 'walk-3-customer');

  await page.goto(`/audit?customer=alder-mills&from=${march.first}&to=${march.after}&${standpoint}`);
  const events = page.getByRole('listbox', { name: 'Events' }).getByRole('option');
  await expect(events.first()).toBeVisible();
  await picture(page, 'walk-3-audit');
  await events.first().click();
  await expect(page).toHaveURL(/event=\d+/);
  await expect(page.getByText('Looking for its steps …')).toHaveCount(0);
  await atTheTop(page, 'When, who and why');
  await picture(page, 'walk-3-event');
});
