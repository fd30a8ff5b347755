import { firmWithSales } from './support/firm-with-sales';
import { expect, signIn, speak, test } from './support/test';

test('join pairs: what cannot weigh is refused, what is set is in force from today on, and the way back is a version too', async ({
  page,
  context,
}) => {
  await speak(context, 'en');
  const firm = await firmWithSales();
  await signIn(page, firm, `/${firm.slug}/settings/weights`);
  await page.getByRole('link', { name: 'What the join pairs weigh' }).click();
  const parcels = page.getByLabel('Order → shipment');
  await expect(parcels).toHaveValue('1');
  await parcels.fill('0');
  await page.getByRole('button', { name: 'Set these weights' }).click();
  await expect(page.getByText('A pair weighs between 0.1 and 100: 2 counts twice as much as 1.')).toBeVisible();
  await expect(parcels).toHaveValue('0');
  await parcels.fill('5');
  await page.getByLabel(/^Reason/).fill('Parcels first');
  await page.getByRole('button', { name: 'Set these weights' }).click();
  await expect(page.getByText('Version 1 is in force from today on.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/Order → shipment\s*50%/);
  await expect(page.getByRole('row', { name: /^Version 1 .*Parcels first$/ })).toBeVisible();
  // The KPI says by what it is weighed.
  await page.getByRole('link', { name: 'The KPI' }).click();
  const own = page.getByRole('link', { name: /^Your own weights of the join pairs since / });
  await expect(own).toContainText(firm.email);
  await own.click();
  await page.getByRole('button', { name: 'Back to equal weights' }).click();
  await expect(page.getByText('Version 2 is in force from today on.')).toBeVisible();
  await expect(parcels).toHaveValue('1');
});
