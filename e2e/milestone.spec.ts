import { firmWithSales } from './support/firm-with-sales';
import { expect, signIn, speak, test } from './support/test';

const nextYear = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);

test('a milestone is set, its status follows from measurement, it is changed, archived and brought back', async ({
  page,
  context,
}) => {
  await speak(context, 'en');
  const firm = await firmWithSales();
  await signIn(page, firm, `/${firm.slug}/roadmap`);
  await page.getByRole('link', { name: 'Set a milestone' }).click();

  // What it is now stands beside each KPI, and no target that belongs to another one.
  await expect(page.getByRole('option', { name: /^Country concentration .*, now [\d,]+$/ })).toBeAttached();
  await expect(page.getByLabel('Target')).toHaveValue('');
  await page.getByLabel('KPI').selectOption('country-concentration');
  await page.getByLabel('Target').fill('many');
  await page.getByLabel('Due date').fill(nextYear);
  await page.getByLabel(/^Owner/).fill('Export team');
  await page.getByLabel(/^Name/).fill('Five markets');
  await page.getByRole('button', { name: 'Set milestone' }).click();
  await expect(page.getByText('“many” is not a number')).toBeVisible();
  await expect(page.getByLabel(/^Name/)).toHaveValue('Five markets');
  await expect(page.getByLabel('Due date')).toHaveValue(nextYear);

  await page.getByLabel('Target').fill('100');
  await page.getByRole('button', { name: 'Set milestone' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Five markets' })).toBeVisible();
  // Four markets of about the same size are some 2,500 points: far from 100, and no trend says otherwise yet.
  await expect(
    page
      .getByRole('main')
      .getByText(/^(On track|At risk)$/)
      .first(),
  ).toBeVisible();
  await expect(page.getByText('Export team')).toBeVisible();

  await page.getByLabel(/^Target/).fill('9000');
  await page.getByLabel('Due date').fill('2020-01-01');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/must be later than the start/)).toBeVisible();
  await expect(page.getByLabel(/^Target/)).toHaveValue('9000');
  await page.getByLabel('Due date').fill(nextYear);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(
    page
      .getByRole('main')
      .getByText(/^(Ahead|On track)$/)
      .first(),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('“Five markets” is off the road.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Five markets' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Archive' })).toBeVisible();
});

test('beside the table’s other columns a forecast takes two lines at most, in Chinese too', async ({
  browser,
  demoState,
}) => {
  const context = await browser.newContext({ storageState: demoState, viewport: { width: 1280, height: 900 } });
  await speak(context, 'zh-CN');
  const page = await context.newPage();
  await page.goto('/demo/roadmap');
  const cells = page.getByRole('definition');
  await expect(cells.first()).toBeVisible();
  const lines = await cells.evaluateAll((all) =>
    all.map((cell) =>
      Math.round(cell.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(cell).lineHeight)),
    ),
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(Math.max(...lines)).toBeLessThanOrEqual(2);
  await context.close();
});
