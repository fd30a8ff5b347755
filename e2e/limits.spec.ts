import { firmWithSales } from './support/firm-with-sales';
import { invitedGuest } from './support/invited-guest';
import { expect, signIn, speak, test } from './support/test';

test('a member who is limited to one mechanism finds that one and nothing of the others', async ({
  page,
  context,
  browser,
}) => {
  test.slow();
  await speak(context, 'en');
  const firm = await firmWithSales();
  const { context: theirs, page: guest } = await invitedGuest(browser, firm, 'analyst');
  const nav = guest.getByRole('navigation', { name: 'Main navigation' }).first();
  await expect(nav.getByRole('link', { name: 'Intelligent collaboration' })).toBeVisible();

  await signIn(page, firm, `/${firm.slug}/settings/members`);
  await page.getByRole('link', { name: 'Change Guest Wei' }).click();
  await page.getByLabel('Ecosystem connection').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It counts from the member’s next click on.')).toBeVisible();

  await guest.reload();
  await expect(guest.getByText('You see mechanisms: Ecosystem connection')).toBeVisible();
  await expect(nav.getByRole('link', { name: 'Ecosystem connection' })).toBeVisible();
  await expect(nav.getByRole('link', { name: 'Intelligent collaboration' })).toHaveCount(0);
  await expect(guest.getByText('The index and the stage are of the whole firm')).toBeVisible();
  for (const path of ['', '/kpis', '/roadmap', '/feeds', '/kpis/platform-dependence', '/mechanisms/ecosystem']) {
    expect((await guest.goto(`/${firm.slug}${path}`))!.status()).toBe(200);
    await expect(guest.locator('a[href*="/mechanisms/collaboration"], a[href*="/kpis/on-time-in-full"]')).toHaveCount(
      0,
    );
  }
  for (const path of [
    '/mechanisms/collaboration',
    '/kpis/on-time-in-full',
    '/kpis/on-time-in-full/evidence',
    '/kpis/on-time-in-full/series',
  ])
    expect((await guest.request.get(`/${firm.slug}${path}`)).status()).toBe(404);

  // Rows that were not read in are of anybody.
  await guest.goto(`/${firm.slug}/runs/${firm.runId}`);
  await expect(guest.getByText('they are shown only to those who see the whole firm')).toBeVisible();
  await guest.goto(`/${firm.slug}/feeds`);
  await expect(guest.getByRole('link', { name: 'Connect a feed' })).toHaveCount(0);
  await theirs.close();
});
