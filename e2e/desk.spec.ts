import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskAdmin, signInToDesk } from './support/desk-admin';
import { fairway } from './support/fairway';
import { firmWithSales } from './support/firm-with-sales';
import { salesFile, salesMapping } from './support/sales-file';
import { ownTenant } from './support/tenants';
import { expect, signIn, speak, test } from './support/test';

test('an admin signs in with a code, visits a firm to look, changes nothing there, and stands in its log', async ({
  browser,
  page,
  context,
}) => {
  await speak(context, 'en');
  const firm = await firmWithSales();
  const admin = await deskAdmin(page);
  await page.goto(`/${admin.slug}`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await signInToDesk(page, admin);

  await expect(page.getByRole('heading', { level: 1, name: 'Firms' })).toBeVisible();
  await page.getByLabel('Name or short name').fill(firm.slug);
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page).toHaveURL(new RegExp(`q=${firm.slug}`));
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Harbour/ })
    .click();

  await page.getByRole('button', { name: 'Start the visit' }).click();
  await expect(page.getByText('Say why, in a few words.')).toBeVisible();
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Start the visit' }) });
  await form.getByLabel('Reason').fill('Rows of June do not arrive');
  await form.getByLabel('Ticket').fill('T-42');
  await form.getByLabel('As', { exact: true }).selectOption('analyst');
  await form.getByRole('button', { name: 'Start the visit' }).click();

  await page.waitForURL((url) => url.pathname === `/${firm.slug}`);
  const banner = page.getByRole('region', { name: 'Visit', exact: true });
  await expect(banner).toContainText(admin.email);
  await expect(banner).toContainText('Rows of June do not arrive');
  for (const path of ['/feeds', '/roadmap', '/settings']) {
    await page.goto(`/${firm.slug}${path}`);
    await expect(banner).toBeVisible();
  }
  await page.goto(`/${firm.slug}/feeds/new`);
  await page.getByLabel('Name').fill('Not allowed');
  await page.getByRole('main').getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByText(/as a visitor: nothing can be changed/)).toBeVisible();
  expect((await page.goto(`/${firm.slug}/settings/keys`))!.status()).not.toBe(500);

  await banner.getByRole('button', { name: 'End the visit' }).click();
  await page.waitForURL(`**/admin/tenants/${firm.slug}?*`);
  await expect(page.getByText('The visit has ended.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'What we did here' })).toContainText('visit started');
  expect((await page.goto(`/${firm.slug}`))!.status()).toBe(404);
  await page.goto(`/admin/log?tenant=${firm.slug}`);
  await expect(page.getByRole('table', { name: 'Log' })).toContainText('T-42');

  // The firm's own log tells its owner who was here.
  const theirs = await browser.newContext();
  await speak(theirs, 'en');
  const owner = await theirs.newPage();
  await signIn(owner, firm, `/${firm.slug}/settings/audit`);
  const visits = owner.getByRole('row').filter({ hasText: admin.email });
  await expect(visits).toHaveCount(2);
  await expect(visits.last()).toContainText('Rows of June do not arrive');
  await theirs.close();
});

test('a suspended firm reads and changes nothing, until it is resumed', async ({ browser, page, context }) => {
  await speak(context, 'en');
  const firm = await ownTenant();
  const theirs = await browser.newContext();
  await speak(theirs, 'en');
  const member = await theirs.newPage();
  await signIn(member, firm);
  await deskAdmin(page);

  await page.goto(`/admin/tenants/${firm.slug}`);
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Suspend' }) });
  await form.getByLabel('Reason').fill('The invoice of June is open');
  await form.getByLabel('Days of grace').fill('99');
  await form.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('The grace is 0 to 30 whole days.')).toBeVisible();
  await expect(form.getByLabel('Reason')).toHaveValue('The invoice of June is open');
  await form.getByLabel('Days of grace').fill('0');
  await form.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('The firm is suspended.')).toBeVisible();

  await member.goto(`/${firm.slug}/feeds/new`);
  const notice = member.getByRole('region', { name: 'Suspension' });
  await expect(notice).toContainText('everything can be read, nothing changed');
  await expect(notice).toContainText('The invoice of June is open');
  await member.getByLabel('Name').fill('Shop');
  await member.getByRole('main').getByRole('button', { name: 'Connect' }).click();
  await expect(member.getByText(/is suspended: everything can be read, nothing changed\. Ask/)).toBeVisible();

  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('The firm is resumed.')).toBeVisible();
  await member.reload();
  await expect(notice).toHaveCount(0);
  await member.getByLabel('Name').fill('Shop');
  await member.getByRole('main').getByRole('button', { name: 'Connect' }).click();
  await member.waitForURL(`**/${firm.slug}/feeds/*`);
  await theirs.close();
});

test('an announcement stands on every page in the reader’s language until it is put away', async ({
  browser,
  page,
  context,
}) => {
  await speak(context, 'en');
  const firm = await ownTenant();
  await deskAdmin(page);
  const text = `Maintenance ${firm.slug}`;
  await page.goto('/admin/announcements');
  await page.getByLabel('Text in English').fill(text);
  await page.getByLabel('Text in Chinese').fill(`维护 ${firm.slug}`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The announcement is saved.')).toBeVisible();

  const theirs = await browser.newContext();
  await speak(theirs, 'zh-CN');
  const member = await theirs.newPage();
  await signIn(member, firm);
  const notice = member.getByRole('region', { name: '公告' }).filter({ hasText: `维护 ${firm.slug}` });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: '不再显示' }).click();
  await expect(notice).toHaveCount(0);
  await member.goto(`/${firm.slug}/feeds`);
  await expect(member.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await theirs.close();

  const row = page.getByRole('row').filter({ hasText: text });
  await row.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('The announcement is removed.')).toBeVisible();
  await expect(row).toHaveCount(0);
});

test('the desk is not there for a member, and an admin without an authenticator is led to setting one up', async ({
  page,
  context,
}) => {
  await speak(context, 'en');
  await page.goto('/admin');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fadmin$/);
  const person = await ownTenant();
  await signIn(page, person);
  for (const path of ['', '/feeds', '/jobs', '/announcements', '/log', `/tenants/${person.slug}`])
    expect((await page.goto(`/admin${path}`))!.status(), path).toBe(404);
});

test('a job that failed is found by its firm and done again from the desk', async ({ page, context }) => {
  test.slow();
  await speak(context, 'en');
  const firm = await ownTenant();
  const { id } = await fairway<{ id: string }>(
    ...['feed', 'add', '--tenant', firm.slug, '--connector', 'file', '--name', 'Own shop'],
  );
  // The run waits while the firm is suspended; meanwhile its file becomes something that cannot be read.
  await fairway('tenant', 'suspend', '--slug', firm.slug, '--reason', 'a trial', '--grace-days', '0');
  const folder = mkdtempSync(join(tmpdir(), 'fairway-e2e-'));
  const [file, mapping] = [join(folder, 'sales.csv'), join(folder, 'mapping.json')];
  writeFileSync(file, salesFile().content);
  writeFileSync(mapping, JSON.stringify(salesMapping));
  await fairway('feed', 'upload', '--tenant', firm.slug, '--feed', id, '--mapping', mapping, file);
  const { data } = await fairway<{ data: { id: string; slug: string }[] }>('tenant', 'list');
  const uploads = join(process.env.E2E_DATA_DIR ?? '.data', 'uploads', data.find(({ slug }) => slug === firm.slug)!.id);
  const upload = join(uploads, readdirSync(uploads)[0]!);
  rmSync(upload);
  mkdirSync(upload);
  await deskAdmin(page);
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: `Harbour ${firm.slug.slice(4)}` }) });
  await expect(async () => {
    await page.goto('/admin/jobs?state=delayed');
    await expect(row).toContainText('run.execute', { timeout: 1000 });
  }).toPass();
  await fairway('tenant', 'resume', '--slug', firm.slug);
  await expect(async () => {
    await page.goto('/admin/jobs?state=failed');
    await expect(row).toContainText('EISDIR', { timeout: 1000 });
  }).toPass({ timeout: 150_000 });

  rmSync(upload, { recursive: true });
  copyFileSync(file, upload);
  rmSync(folder, { recursive: true });
  await row.getByRole('button', { name: 'Do again' }).click();
  await expect(page.getByText('1 job was ordered anew.')).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect(async () => {
    await page.goto(`/admin/feeds?q=${firm.slug}`);
    await expect(page.getByRole('row').filter({ hasText: 'Own shop' })).toContainText('Done', { timeout: 1000 });
  }).toPass({ timeout: 120_000 });
  await page.goto(`/admin/log?tenant=${firm.slug}`);
  await expect(page.getByRole('table', { name: 'Log' })).toContainText('run.execute');
});

test('what needs somebody is one click away: firms and feeds by how they stand', async ({ page, context }) => {
  await speak(context, 'en');
  const firm = await ownTenant();
  await fairway('tenant', 'suspend', '--slug', firm.slug, '--reason', 'a trial');
  await deskAdmin(page);
  await page.goto('/admin');
  await page.getByLabel('Name or short name').fill(firm.slug);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('link', { name: 'Suspended 1', exact: true }).click();
  await expect(page).toHaveURL(/state=suspended/);
  await expect(page.getByRole('row').filter({ hasText: firm.slug })).toContainText('Grace');
  await page.getByRole('link', { name: 'Leaving 0', exact: true }).click();
  await expect(page.getByText('No firm fits. Reset the filter to see all.')).toBeVisible();
});

test('jobs and feeds of all firms are looked at on a phone, in Chinese', async ({ page, context }) => {
  await speak(context, 'en');
  await deskAdmin(page);
  await speak(context, 'zh-CN', 'dark');
  await page.setViewportSize({ width: 375, height: 740 });
  for (const [path, title] of [
    ['', '企业'],
    ['/feeds', '数据源'],
    ['/jobs', '任务'],
    ['/jobs?queue=mail&state=waiting', '任务'],
    ['/announcements', '公告'],
    ['/log', '日志'],
  ] as const) {
    await page.goto(`/admin${path}`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, path).toBeLessThanOrEqual(375);
  }
});
