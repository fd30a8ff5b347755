import { firmWithSales } from './support/firm-with-sales';
import { expect, signIn, speak, test } from './support/test';

test('anchors: out of order they are refused, set they count from today on, and the way back is a version too', async ({
  page,
  context,
}) => {
  await speak(context, 'en');
  const firm = await firmWithSales();
  await signIn(page, firm, `/${firm.slug}/kpis/repeat-purchase-rate`);
  await page.getByRole('link', { name: 'The anchors of this KPI' }).click();
  await expect(page.getByText('No anchors have been set for this KPI yet.')).toBeVisible();

  const pass = page.getByLabel('Pass, score 60');
  const was = await pass.inputValue();
  await page.getByLabel('Floor, score 0').fill('2');
  await pass.fill('1,5');
  await page.getByLabel('Target, score 100').fill('90');
  await page.getByLabel(/^Reason/).fill('Durable goods');
  await page.getByRole('button', { name: 'Set these anchors' }).click();
  await expect(page.getByText('More is better here, so pass must be above the floor')).toBeVisible();
  await expect(pass).toHaveValue('1,5');
  await expect(page.getByLabel(/^Reason/)).toHaveValue('Durable goods');
  await pass.fill('30');
  await page.getByRole('button', { name: 'Set these anchors' }).click();
  await expect(page.getByText('Version 1 is in force from today on.')).toBeVisible();
  await expect(
    page.getByRole('row', { name: /^Version 1 .*2(\.0)?% · 30(\.0)?% · 90(\.0)?%.*Durable goods$/ }),
  ).toBeVisible();

  // The KPI says by what it is scored.
  await page.getByRole('link', { name: 'The KPI' }).click();
  await expect(page.getByRole('link', { name: /^Your own anchors since .*, set by / })).toContainText(firm.email);
  await expect(page.getByText('Set by your firm, in place of: A vendor’s claim (V)')).toBeVisible();
  await page.getByRole('link', { name: /^Your own anchors since / }).click();
  await page.getByRole('button', { name: 'Back to the default' }).click();
  await expect(page.getByText('Version 2 is in force from today on.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Version 2 .*the default/ })).toBeVisible();
  await expect(pass).toHaveValue(was);

  // What a source says is the same for every firm.
  await page.goto(`/${firm.slug}/settings/anchors`);
  await page.getByRole('link', { name: 'On time in full' }).click();
  await expect(page.getByText('These anchors come from a source')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set these anchors' })).toHaveCount(0);
});
