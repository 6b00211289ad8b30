import { expect, test } from '@playwright/test';
import { expectAccessible } from './pages';

// These pages are shown answers a healthy, filled server does not give. The browser reports failed requests in its
// console by itself, so the rule of the quiet console does not hold here.

test('an installation without customers says how to get some in', async ({ page }) => {
  const empty = { asOf: '2026-01-01', position: 9 };
  const none = { value: 0, explain: '/api/v1/explain' };
  const answers: Record<string, unknown> = {
    '/api/v1/projections': { logPosition: 9, firstOccurredAt: null, lastOccurredAt: null, projections: [] },
    '/api/v1/totals': {
      ...empty,
      customers: 0,
      seats: 0,
      monthlyRevenue: [],
      churnedCustomers: 0,
      figures: { customers: none, seats: none, monthlyRevenue: [], churnedCustomers: none },
    },
    '/api/v1/customers': { ...empty, total: 0, nextCursor: null, customers: [] },
    '/api/v1/customers/plans': { plans: [] },
    '/api/v1/saved-views/portfolio': { page: 'portfolio', views: [] },
    '/api/v1/log': { ...empty, events: [], nextCursor: null },
  };
  await page.route('**/api/v1/**', (route) =>
    route.fulfill({ json: answers[new URL(route.request().url()).pathname] }),
  );
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'No customers yet' })).toBeVisible();
  await expect(page.getByText('./tenure import DIRECTORY --mapping crmsim')).toBeVisible();
  await expect(page.getByText('POST /api/v1/commands/register-customer')).toBeVisible();
  await expectAccessible(page);
});

test('a failing server is quoted, and asked again at the press of a button', async ({ page }) => {
  let failing = true;
  await page.route('**/api/v1/customers?*', (route) =>
    failing
      ? route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          json: { title: 'Rebuilding', status: 503, detail: 'The customers are being rebuilt.', code: 'rebuilding' },
        })
      : route.continue(),
  );
  await page.goto('/');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Rebuilding');
  await expect(alert).toContainText('The customers are being rebuilt.');
  await expectAccessible(page);
  failing = false;
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('472 customers')).toBeVisible();
});

test('a server out of reach is named as such', async ({ page }) => {
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.goto('/funnels');
  await expect(page.getByRole('alert')).toContainText('The server does not answer');
  await expect(page.getByText('Position unknown: the server does not answer.')).toBeVisible();
});

test('motion is left out for those who ask for none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/funnels/adoption');
  const duration = await page
    .getByRole('button', { name: 'Show table' })
    .evaluate((button) => Number.parseFloat(getComputedStyle(button).transitionDuration));
  expect(duration).toBeLessThan(0.01);
});

test('a refusal stands beside the field it is about', async ({ page }) => {
  await page.route('**/api/v1/commands/assign-owner', (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/problem+json',
      json: {
        title: 'Bad request',
        status: 400,
        detail: 'The request cannot be read.',
        code: 'BAD_REQUEST',
        outcome: 'not_applied',
        errors: [{ pointer: '/owner', code: 'TOO_LONG', detail: 'owner has more than 64 characters.' }],
      },
    }),
  );
  await page.goto('/customers/P-0000?tab=overview&asOf=today');
  await page.getByRole('button', { name: 'Assign owner' }).click();
  await page.getByLabel('Owner', { exact: true }).fill('somebody');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Owner', { exact: true })).toHaveAccessibleDescription(
    'owner has more than 64 characters.',
  );
});
