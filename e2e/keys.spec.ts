import { ownTenant } from './support/tenants';
import { expect, signIn, speak, test, textOf } from './support/test';

test('a key made in the browser opens the API until it is revoked', async ({ page, context, request }) => {
  await speak(context, 'en');
  const firm = await ownTenant();
  await signIn(page, firm, `/${firm.slug}/settings/keys`);
  await expect(page.getByText('There are no keys yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByText(/name is missing/i)).toBeVisible();
  await page.getByLabel('Name').fill('Nightly export');
  await page.getByLabel('Role').selectOption('analyst');
  await page.getByLabel('Expires').selectOption('30');
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByText('Copy the key now: it is not shown again')).toBeVisible();
  const key = await textOf(page.getByText(/^fw_[\w-]{43}$/));
  const row = page.getByRole('row', { name: /Nightly export/ });
  await expect(row).toContainText('Active');
  await expect(row).toContainText(firm.email);
  await expect(row).toContainText('Never');

  const me = () => request.get('/api/v1/me', { headers: { authorization: `Bearer ${key}`, 'accept-language': 'en' } });
  const answer = await me();
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({ 'ratelimit-limit': '600', 'ratelimit-remaining': '599' });
  expect(await answer.json()).toMatchObject({ tenant: { slug: firm.slug }, role: 'analyst' });
  const keys = await request.get('/api/v1/keys', { headers: { authorization: `Bearer ${key}` } });
  expect(keys.status()).toBe(403);

  // Gone with the next look, and used by now.
  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  await expect(row).not.toContainText('Never');
  await row.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('The key is revoked.')).toBeVisible();
  await expect(row).toContainText('Revoked');
  const refused = await me();
  expect(refused.status()).toBe(401);
  expect(await refused.json()).toMatchObject({ type: '/problems/key_revoked' });
});
