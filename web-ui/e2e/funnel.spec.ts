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

  test('tells how long it took, step by step, by a curve that the keyboard walks', async ({ page }) => {
    await page.goto(`${FUNNEL.path}&view=times`);
    const quantiles = page.getByRole('region', { name: 'Days to each step' }).getByRole('table');
    await expect(quantiles.getByRole('row')).toHaveCount(5);
    await page.getByLabel('to', { exact: true }).selectOption({ index: 1 });
    await expect(page).toHaveURL(/until=2/);
    const curve = page.getByRole('slider', { name: /^Time to/ });
    await curve.focus();
    await page.keyboard.press('Home');
    await expect(curve).toHaveAttribute('aria-valuetext', /^By day 0:/);
    await page.keyboard.press('End');
    await expect(curve).toHaveAttribute('aria-valuetext', /36 of 42 got there; 6 not there/);
    await page.getByRole('button', { name: 'Show table' }).first().click();
    await expect(
      page
        .getByRole('region', { name: /as a table$/ })
        .getByRole('row')
        .nth(1),
    ).toBeVisible();
  });

  test('has a trend whose months add up to the funnel', async ({ page }) => {
    await page.goto(`${FUNNEL.path}&view=trend`);
    await expect(page.getByText('Together 29 of 42, as in the steps.')).toBeVisible();
    await page.getByRole('button', { name: 'Show table' }).click();
    const rows = page.getByRole('region', { name: /as a table$/ }).getByRole('row');
    await expect(rows).toHaveCount(4);
    const [entered, made] = await rows.evaluateAll((all) =>
      [2, 3].map((at) => all.slice(1).reduce((sum, row) => sum + Number(row.querySelectorAll('td')[at]?.innerText), 0)),
    );
    expect([entered, made]).toEqual([42, 29]);
    await page.getByText('Week', { exact: true }).click();
    await expect(page).toHaveURL(/by=week/);
    await expect(page.getByText('Together 29 of 42, as in the steps.')).toBeVisible();
  });

  test('is found from the navigation and from the list of funnels', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: 'Funnels' }).click();
    await expect(page).toHaveURL(/\/funnels/);
    await page.getByRole('link', { name: 'Adoption' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Adoption funnel' })).toBeVisible();
  });
});
