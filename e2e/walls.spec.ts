import { firmWithSales } from './support/firm-with-sales';
import { ownTenant } from './support/tenants';
import { expect, signIn, speak, test } from './support/test';

test('another tenant’s slug and ids are not found, as if they did not exist', async ({ page, context, request }) => {
  const other = await firmWithSales();
  const mine = await ownTenant();
  await speak(context, 'en');
  await signIn(page, mine);
  const status = async (path: string) => (await page.goto(path))!.status();
  const missing = '00000000-0000-4000-8000-000000000000';

  for (const slug of [other.slug, 'no-such-tenant'])
    for (const path of [
      '',
      '/kpis',
      '/roadmap',
      '/feeds',
      '/digests',
      '/settings',
      '/kpis/on-time-in-full',
      '/mechanisms/ecosystem',
    ])
      expect(await status(`/${slug}${path}`), path).toBe(404);

  for (const [kind, id] of [
    ['feeds', other.feedId],
    ['feeds', missing],
    ['feeds', 'not-an-id'],
    ['runs', other.runId],
    ['runs', missing],
    ['roadmap', missing],
    ['digests', missing],
    ['kpis', 'no-such-kpi'],
    ['mechanisms', 'no-such-mechanism'],
  ])
    expect(await status(`/${mine.slug}/${kind}/${id}`), `${kind}/${id}`).toBe(404);
  await expect(page.getByText('There is nothing here')).toBeVisible();
  expect(await status(`/${mine.slug}/feeds/${other.feedId}/mapping?run=${other.runId}`)).toBe(404);
  expect((await page.request.get(`/${mine.slug}/runs/${other.runId}/state`)).status()).toBe(404);
  expect((await page.request.get(`/${other.slug}/kpis/on-time-in-full/evidence`)).status()).toBe(404);

  // An upload to another's feed, from another site, or by nobody stores nothing.
  const send = (slug: string, feed: string, headers: Record<string, string>) =>
    page.request.post(`/${slug}/feeds/${feed}/files`, { data: Buffer.from('a,b\n1,2\n'), headers });
  const here = { 'sec-fetch-site': 'same-origin', 'x-file-name': 'a.csv' };
  expect((await send(other.slug, other.feedId, here)).status()).toBe(404);
  expect((await send(mine.slug, other.feedId, here)).status()).toBe(404);
  expect((await send(mine.slug, other.feedId, { ...here, 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
  const anonymous = await request.post(`/${other.slug}/feeds/${other.feedId}/files`, { data: 'a', headers: here });
  expect(anonymous.status()).toBe(401);
});

test('a viewer reads and changes nothing', async ({ browser }) => {
  const { demoPeople } = await import('@/db/seed/sign-ins');
  const viewer = demoPeople().find((person) => person.role === 'viewer')!;
  const context = await browser.newContext();
  await speak(context, 'en');
  const page = await context.newPage();
  await signIn(page, { slug: viewer.tenant, email: viewer.email, password: viewer.password });
  await page.goto(`/${viewer.tenant}/feeds`);
  await expect(page.getByRole('link', { name: 'Connect a feed' })).toHaveCount(0);
  await page.goto(`/${viewer.tenant}/feeds/new`);
  await page.getByLabel('Name').fill('Not allowed');
  await page.getByRole('main').getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByText('Your role does not allow this')).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Not allowed');
  await context.close();
});
