import { demoPerson } from './support/tenants';
import { expect, signIn, speak, test } from './support/test';

test('a viewer reads and changes nothing', async ({ browser }) => {
  const viewer = demoPerson('viewer');
  const context = await browser.newContext();
  await speak(context, 'en');
  const page = await context.newPage();
  await signIn(page, viewer);
  await page.goto(`/${viewer.slug}/feeds`);
  await expect(page.getByRole('link', { name: 'Connect a feed' })).toHaveCount(0);
  await page.goto(`/${viewer.slug}/feeds/new`);
  await page.getByLabel('Name').fill('Not allowed');
  await page.getByRole('main').getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByText('Your role does not allow this')).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Not allowed');
  await context.close();
});
