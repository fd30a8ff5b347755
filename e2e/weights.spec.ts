import { firmWithSales } from './support/firm-with-sales';
import { ownTenant } from './support/tenants';
import { expect, signIn, speak, test } from './support/test';

test('weights: answers that contradict are refused with what would fit, then they count and are kept by version', async ({
  page,
  context,
}) => {
  await speak(context, 'en');
  const firm = await firmWithSales();
  await signIn(page, firm, `/${firm.slug}/settings`);
  await page.getByRole('link', { name: 'Weights', exact: true }).click();
  await expect(page.getByText('All parts weigh the same: nobody has set weights.')).toBeVisible();

  // What follows from the answers is seen while they are given.
  const first = page.getByLabel('Data-driven or Intelligent collaboration?');
  const second = page.getByLabel('Data-driven or Ecosystem connection?');
  const third = page.getByLabel('Intelligent collaboration or Ecosystem connection?');
  await first.selectOption('Data-driven 5× – much more');
  await third.selectOption('Intelligent collaboration 5× – much more');
  await second.selectOption('Ecosystem connection 5× – much more');
  await expect(page.getByText('Contradicts itself')).toBeVisible();
  await page.getByLabel(/^Reason/).fill('Data before all else');
  await page.getByRole('button', { name: 'Set these weights' }).click();
  await expect(page.getByText(/^The index: these answers contradict one another.*fits the others least/)).toBeVisible();
  await expect(first).toHaveValue('first-5');
  await expect(page.getByLabel(/^Reason/)).toHaveValue('Data before all else');
  await second.selectOption('Data-driven 9× – extremely more');
  await third.selectOption('Intelligent collaboration 2×');
  await expect(page.getByText('Fits together')).toBeVisible();
  await page.getByRole('button', { name: 'Set these weights' }).click();
  await expect(page.getByText('Version 1 is in force from today on.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Version 1 .*Data before all else$/ })).toBeVisible();
  await expect(second).toHaveValue('first-9');

  // Scores say with which weights they are made, and lead to them.
  await page.goto(`/${firm.slug}`);
  const line = page.getByRole('link', { name: /^Weights of version 1, in force since .*, set by / });
  await expect(line).toContainText(firm.email);
  await expect(page.getByRole('main')).toContainText(/Weight in the index7\d(\.\d)?%/);
  await page.getByRole('link', { name: 'Intelligent collaboration' }).first().click();
  await expect(page.getByText('Within Supply chain: End-to-end tracking 50% and On time in full 50%')).toBeVisible();
  await page.getByRole('link', { name: /^Weights of version 1/ }).click();

  // No version is lost, and each explains itself.
  await page.getByRole('link', { name: 'Version 1', exact: true }).click();
  await expect(page.getByText('Data-driven matters 9 times as much as Ecosystem connection')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Data before all else');
  await page.getByRole('link', { name: 'Weights in force now' }).click();
  await expect(page.getByRole('button', { name: 'Set these weights' })).toBeVisible();
});

test('weights that two set at once: theirs is shown, and what was answered here stays until it is saved after all', async ({
  page,
  context,
  browser,
}) => {
  await speak(context, 'en');
  const firm = await ownTenant();
  const path = `/${firm.slug}/settings/weights`;
  await signIn(page, firm, path);
  const first = page.getByLabel('Data foundation or Customer?');
  await first.selectOption('Customer 4×');

  // The other one has no script.
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
  const other = await plain.newPage();
  await other.goto(path);
  await other.getByLabel('Independence or Market spread?').selectOption('Market spread 3× – somewhat more');
  await other.getByRole('button', { name: 'Set these weights' }).click();
  await expect(other.getByText('Version 1 is in force from today on.')).toBeVisible();
  await expect(other.getByRole('main')).toContainText(/Market spread\s*75%/);
  await other.getByRole('button', { name: 'Back to equal weights' }).click();
  await expect(other.getByText('Version 2 is in force from today on.')).toBeVisible();
  await plain.close();

  await page.getByRole('button', { name: 'Set these weights' }).click();
  await expect(page.getByText('Somebody set other weights while you answered')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Version 2/ })).toBeVisible();
  await expect(first).toHaveValue('second-4');
  await page.getByRole('button', { name: 'Set these weights' }).click();
  await expect(page.getByText('Version 3 is in force from today on.')).toBeVisible();
});
