import { expect, expectAccessible, test } from './pages';

// These tests change what the server holds, so they look at today and at customers of their own.
const TODAY = 'asOf=today';
const CUSTOMER = `e2e-${Date.now().toString(36)}`;

test.describe.serial('work on risk, with the keyboard alone', () => {
  test.beforeAll(async ({ request, baseURL }) => {
    const answer = await request.post('/api/v1/commands/register-customer', {
      headers: { 'Idempotency-Key': CUSTOMER, Origin: baseURL ?? '' },
      data: { customerId: CUSTOMER, name: 'Kestrel Yard', registeredOn: new Date().toISOString().slice(0, 10) },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  });

  test('a case is opened, moved, worked on and closed', async ({ page }) => {
    await page.goto(`/cases?${TODAY}&customer=${CUSTOMER}&open=${CUSTOMER}`);
    await page.getByLabel('Title').focus();
    await page.keyboard.type('Nobody has logged on yet');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await expect(drawer).toContainText('At risk, for 0 days');

    const contacted = drawer.getByRole('button', { name: 'Contacted' });
    await contacted.focus();
    await page.keyboard.press('Enter');
    await expect(contacted).toHaveAttribute('aria-pressed', 'true');
    const undo = page.getByRole('button', { name: 'Undo' });
    await expect(undo).toBeVisible();

    const note = drawer.getByLabel('In words');
    await note.focus();
    await page.keyboard.type('Called the sponsor: the invitations went to spam.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(drawer.getByRole('region', { name: 'What was done' })).toContainText('went to spam');
    await expect(note).toHaveValue('');
    await expect(drawer.getByRole('region', { name: /^Its 3 events/ })).toContainText('#');
    await expectAccessible(page);

    await drawer.getByRole('button', { name: 'Close the case …' }).focus();
    await page.keyboard.press('Enter');
    await drawer.getByLabel('What came of it').selectOption('Was no risk');
    await drawer.getByRole('button', { name: 'Close it for good' }).focus();
    await page.keyboard.press('Enter');
    await expect(drawer).toContainText('Was no risk, closed on');
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(page.getByRole('region', { name: /^Closed 1/ })).toContainText('Nobody has logged on yet');
  });

  test('a case that there is already is refused beside the form', async ({ page }) => {
    const open = async () => {
      await page.goto(`/cases?${TODAY}&customer=${CUSTOMER}&open=${CUSTOMER}`);
      await page.getByLabel('Title').fill('Twice');
      await page.keyboard.press('Enter');
    };
    await open();
    await expect(page.getByRole('dialog')).toBeVisible();
    // The browser itself reports the refusal in its console, so it is answered here.
    await page.route('**/api/v1/commands/open-case', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        json: { title: 'Refused', status: 409, detail: 'A case is open for this reason already.', code: 'CASE_OPEN' },
      }),
    );
    page.removeAllListeners('console');
    await open();
    await expect(page.getByRole('form', { name: 'Open a case' }).getByRole('alert')).toContainText('already');
  });

  test('a model is drafted, replayed, published, and taken back', async ({ page }) => {
    await page.goto(`/model?${TODAY}`);
    const form = page.getByRole('form', { name: 'Model' });
    const name = `Draft ${CUSTOMER}`;
    await form.getByLabel('Name', { exact: true }).fill(name);
    await form.getByLabel('Id', { exact: true }).fill(CUSTOMER);
    await form.getByLabel('weight of Active share', { exact: true }).fill('20');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/part=whatif/);
    await expect(page.getByRole('heading', { name: 'Who would be in another band' })).toBeVisible({ timeout: 40_000 });
    await expectAccessible(page);

    await page.getByRole('button', { name: `Publish ${name}` }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Model' })).toContainText(`${name} – in force`);
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Model' })).toContainText(`${name} – published`);
  });
});

test('a draft that the server refuses says so at its part', async ({ page }) => {
  page.removeAllListeners('console');
  await page.goto('/model');
  const form = page.getByRole('form', { name: 'Model' });
  await form.getByLabel('Clear from, points').fill('3');
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('Clear from, points')).toHaveAccessibleDescription(/Must not be less than raiseAt/);
});

test('the risk of a customer is compared between two days picked by keyboard', async ({ page, request }) => {
  const { customers } = await (await request.get('/api/v1/customers?limit=1&sort=name')).json();
  await page.goto(`/customers/${customers[0].customerId}?tab=risk`);
  const days = page.getByRole('slider', { name: /Health and its reasons/ });
  await days.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  for (let day = 0; day < 5; day += 1) {
    await page.keyboard.press('ArrowLeft');
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/changedFrom=\d{4}-\d{2}-\d{2}/);
  await expect(page).toHaveURL(/changedTo=\d{4}-\d{2}-\d{2}/);
  await page.getByRole('link', { name: 'Timeline' }).click();
  await expect(page).not.toHaveURL(/[?&]from=/);
});

test('the bands of the risk list filter it, in the address', async ({ page }) => {
  await page.goto('/risk');
  const band = page.getByRole('group', { name: 'Bands' }).getByRole('button').last();
  await band.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/band=green/);
  await expect(band).toHaveAttribute('aria-pressed', 'true');
});

test('the curve of a driver is read by keyboard and as a table', async ({ page }) => {
  await page.goto('/drivers');
  await expect(page.getByRole('note')).toContainText('Association, not cause');
  const tenths = page.getByRole('slider').first();
  await tenths.focus();
  await page.keyboard.press('End');
  await expect(tenths).toHaveAttribute('aria-valuetext', /observations/);
  await page.getByRole('button', { name: 'Show table' }).click();
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
});
