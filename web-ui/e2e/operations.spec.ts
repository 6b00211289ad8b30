import { expect, test } from '@playwright/test';
import { expectAccessible } from './pages';

const VIEW = {
  name: 'seats',
  position: 90,
  lagEvents: 0,
  lagSeconds: 0,
  perSecond: 0,
  parkedEvents: 0,
  staleCustomers: 0,
  rebuild: null as object | null,
  foldedFrom: null,
};

test('a view is built anew on the spot, and its progress is shown and can be given up', async ({ page }) => {
  let rebuild: object | null = null;
  await page.route('**/api/v1/projections', (route) =>
    route.fulfill({
      json: {
        logPosition: 90,
        firstOccurredAt: '2022-01-01T00:00:00Z',
        lastOccurredAt: '2023-07-01T00:00:00Z',
        projections: [{ ...VIEW, rebuild }],
      },
    }),
  );
  await page.route('**/api/v1/projections/seats/rebuild', (route) => {
    rebuild =
      route.request().method() === 'POST'
        ? {
            position: 45,
            percent: 50,
            perSecond: 20,
            remainingSeconds: 3,
            error: null,
            startedAt: '2023-07-01T00:00:00Z',
          }
        : null;
    return route.fulfill(rebuild === null ? { status: 204 } : { status: 202, json: {} });
  });
  await page.goto('/operations');
  await page.getByRole('button', { name: /^Rebuild …/ }).click();
  await page.getByRole('button', { name: /^Read the whole log again/ }).click();
  await expect(page.getByRole('progressbar', { name: 'Building seats anew' })).toHaveAttribute('aria-valuenow', '50');
  await expect(page.getByText('50 %, event #45, 20 / s, 3 seconds to go')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Give up/ }).click();
  await expect(page.getByRole('button', { name: /^Rebuild …/ })).toBeVisible();
});

test('a parked event is shown with its error, and tried again or left out', async ({ page }) => {
  let parked = [
    { position: 7, customerId: 'P-0001', error: 'No such plan: gold' },
    { position: 8, customerId: 'P-0002', error: 'No such plan: tin' },
  ];
  await page.route('**/api/v1/projections', (route) =>
    route.fulfill({
      json: {
        logPosition: 90,
        firstOccurredAt: '2022-01-01T00:00:00Z',
        lastOccurredAt: '2023-07-01T00:00:00Z',
        projections: [{ ...VIEW, parkedEvents: parked.length }],
      },
    }),
  );
  await page.route('**/api/v1/projections/seats/parked', (route) =>
    route.fulfill({ json: { name: 'seats', events: parked } }),
  );
  await page.route('**/api/v1/projections/seats/parked/retry?*', (route) => {
    parked = parked.filter(({ position }) => position !== 7);
    return route.fulfill({ json: {} });
  });
  await page.route('**/api/v1/projections/seats/parked/8', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      json: { title: 'Refused', status: 409, detail: 'It is being tried again.', code: 'IN_FLIGHT' },
    }),
  );
  await page.goto('/operations');
  await expect(page.getByText('No such plan: gold')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Try again event 7/ }).click();
  await expect(page.getByText('No such plan: gold')).toBeHidden();
  await page.getByRole('button', { name: /^Leave out event 8/ }).click();
  await expect(page.getByRole('alert')).toContainText('It is being tried again.');
});
