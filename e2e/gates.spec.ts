import { firmWithSales } from './support/firm-with-sales';
import { expect, signIn, speak, test } from './support/test';

test('gates: what is asked is set by the firm, told on the road, and the way back is a version too', async ({
  page,
  context,
}) => {
  await speak(context, 'en');
  const firm = await firmWithSales();
  await signIn(page, firm, `/${firm.slug}/settings/gates`);
  await page.getByRole('link', { name: 'Change gate 1' }).click();
  await expect(page.getByText('No conditions have been set for this gate yet.')).toBeVisible();

  const silos = page.getByLabel('Data silo index: at most');
  await expect(silos).toHaveValue('0.4');
  await silos.fill('4');
  await page.getByLabel('End-to-end tracking: at least').fill('');
  await page.getByLabel('Country concentration: at most').fill('3000');
  await page.getByLabel(/^Reason/).fill('Few markets yet');
  await page.getByRole('button', { name: 'Set these conditions' }).click();
  await expect(page.getByText('This must be a number from 0 to 1.')).toBeVisible();
  await expect(silos).toHaveValue('4');
  await silos.fill('0,35');
  await page.getByRole('button', { name: 'Set these conditions' }).click();
  await expect(page.getByText('Version 1 is in force from today on.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Version 1 .*11 conditions.*Few markets yet$/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^End-to-end tracking not asked/ })).toBeVisible();

  await page.getByRole('link', { name: 'On the roadmap' }).click();
  await expect(page.getByRole('row', { name: /^Country concentration at most 3,000/ })).toBeVisible();
  await page.getByRole('link', { name: /^Your own conditions since / }).click();
  await page.getByRole('button', { name: 'Back to the default' }).click();
  await expect(page.getByText('Version 2 is in force from today on.')).toBeVisible();
  await expect(silos).toHaveValue('0.4');
});
