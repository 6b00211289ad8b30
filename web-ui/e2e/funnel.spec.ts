import { expect, open, PAGES, test } from './pages';

const [, , FUNNEL] = PAGES;

test.describe('the funnel', () => {
  test('counts the customers of the third quarter of 2022: 42, 42, 36, 30, 29', async ({ page }) => {
    await open(page, FUNNEL);
    await page.getByRole('button', { name: 'Show table' }).click();
    const rows = page.getByRole('region', { name: 'Steps, as a table' }).getByRole('row');
    await expect(rows).toHaveCount(6);
    const reached = await rows.evaluateAll((all) =>
      all.slice(1).map((row) => row.querySelectorAll('td')[1]?.innerText),
    );
    expect(reached).toEqual(['42', '42', '36', '30', '29']);
    await expect(page.getByText(/The largest loss is at “.+”: 6 of 42 missed it/)).toBeVisible();
  });

  test('names the customers behind a part of a bar, and leads to them', async ({ page }) => {
    await open(page, FUNNEL);
    await page.getByRole('button', { name: /: 6 missed, show names/ }).click();
    await expect(page).toHaveURL(/step=2&outcome=missed/);
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByText('6 customers')).toBeVisible();
    await expect(drawer.getByRole('link')).toHaveCount(6);
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(page).not.toHaveURL(/outcome/);
    await page.goBack();
    await expect(drawer.getByRole('link')).toHaveCount(6);
    const name = await drawer.getByRole('link').first().innerText();
    await drawer.getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  });

  test('takes its cohort from the date fields into the address', async ({ page }) => {
    await page.goto('/funnels/adoption');
    await page.getByLabel('Entered from').fill('2022-07-01');
    await expect(page).toHaveURL(/from=2022-07-01/);
    await page.getByLabel('up to, not including').fill('2022-10-01');
    await expect(page).toHaveURL(/to=2022-10-01/);
    await expect(page.getByText(/of 42 customers came through/)).toBeVisible();
    await page.getByRole('button', { name: 'Everyone' }).click();
    await expect(page.getByText(/of 472 customers came through/)).toBeVisible();
  });

  test('is found from the navigation and from the list of funnels', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: 'Funnels' }).click();
    await expect(page).toHaveURL(/\/funnels/);
    await page.getByRole('link', { name: 'Adoption' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Adoption funnel' })).toBeVisible();
  });
});
