import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fairway } from './support/fairway';
import { firmWithSales } from './support/firm-with-sales';
import { inEnglish } from './support/in-english';
import { linkTo } from './support/letters';
import { mailsTo } from './support/mailbox';
import { ownTenant, type Person } from './support/tenants';
import { expect, signIn, speak, test } from './support/test';

const password = 'quiet harbour lantern 42';

/** Opens the members page and invites an address from there. */
async function invite(page: Page, slug: string, email: string, role: RegExp): Promise<void> {
  await page.goto(`/${slug}/settings/members`);
  const form = page.getByRole('region', { name: 'Invite somebody' });
  await form.getByLabel('E-mail address').fill(email);
  const value = await form.getByLabel('Role').locator('option', { hasText: role }).getAttribute('value');
  await form.getByLabel('Role').selectOption(value);
  await form.getByRole('button', { name: 'Send the invitation' }).click();
}

/** Starts to read in a file that takes some seconds, and answers its run. */
async function longRun(firm: Person & { feedId: string }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'fairway-e2e-'));
  const file = join(folder, 'long.csv');
  const lines = Array.from(
    { length: 60_000 },
    (_, n) => `L${n},2026-03-01 10:00,C${n},Germany,SKU-${n % 9},1,5.00,CNY`,
  );
  writeFileSync(
    file,
    ['Order No,Order Date,Customer ID,Country,SKU,Quantity,Unit Price,Currency', ...lines].join('\n'),
  );
  const sent = await fairway<{ data: { runId: string }[] }>(
    ...['feed', 'upload', '--tenant', firm.slug, '--feed', firm.feedId, file],
  );
  rmSync(folder, { recursive: true });
  return sent.data[0]!.runId;
}

test('invite, mail, accept as a stranger; a new role is seen, a removal takes effect in an open page', async ({
  page,
  context,
  browser,
}) => {
  test.slow();
  await speak(context, 'en');
  const firm = await firmWithSales();
  const guest = `guest-${firm.slug}@example.com`;
  await signIn(page, firm);
  await invite(page, firm.slug, guest, /^Analyst/);
  await expect(page.getByText('The invitation is on its way.')).toBeVisible();
  const invitations = page.getByRole('region', { name: 'Invitations', exact: true }).first();
  await expect(invitations.getByRole('row', { name: new RegExp(guest) })).toContainText('Waiting');
  await invite(page, firm.slug, guest.toUpperCase(), /^Viewer/);
  await expect(page.getByText('is invited already')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(guest.toUpperCase());

  const other = await inEnglish(browser);
  const link = await linkTo(guest, '/invitation');
  expect(mailsTo(guest)).toHaveLength(1);
  await other.page.goto(link);
  await expect(other.page.getByRole('heading', { level: 1 })).toHaveText(/^Join Harbour/);
  await expect(other.page.getByText(`${firm.email} invites you`)).toBeVisible();
  await other.page.getByLabel('Your name').fill('Guest Wei');
  await other.page.getByLabel('Password').fill('password1');
  await other.page.getByRole('button', { name: 'Accept and open the account' }).click();
  await expect(other.page.locator('[id$=-error]')).toBeVisible();
  await expect(other.page.getByLabel('Your name')).toHaveValue('Guest Wei');
  await other.page.getByLabel('Password').fill(password);
  await other.page.getByRole('button', { name: 'Accept and open the account' }).click();
  await other.page.waitForURL(new RegExp(`/${firm.slug}$`));
  await expect(other.page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();

  // The link is used up.
  const third = await inEnglish(browser);
  await third.page.goto(link);
  await expect(third.page.getByText('was accepted already')).toBeVisible();
  await third.page.goto('/invitation/not-a-token');
  await expect(third.page.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible();
  await third.context.close();

  // From analyst to viewer: seen with the next page.
  await other.page.goto(`/${firm.slug}/feeds`);
  await expect(other.page.getByRole('link', { name: 'Connect a feed' })).toBeVisible();
  await page.goto(`/${firm.slug}/settings/members`);
  await page.getByRole('link', { name: 'Change Guest Wei' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Guest Wei' })).toBeVisible();
  await page.getByLabel('Role', { exact: true }).selectOption('viewer');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It counts from the member’s next click on.')).toBeVisible();
  await other.page.reload();
  await expect(other.page.getByRole('heading', { level: 1, name: 'Feeds' })).toBeVisible();
  await expect(other.page.getByRole('link', { name: 'Connect a feed' })).toHaveCount(0);

  // The guest watches a run; its next question for the state waits until the guest is removed.
  await page.getByRole('link', { name: 'Change Guest Wei' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await other.page.goto(`/${firm.slug}/runs/${firm.runId}`);
  let release = () => {};
  const removed = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked = 0;
  await other.page.route('**/runs/*/state', async (route) => {
    asked++;
    await removed;
    await route.continue();
  });
  await other.page.goto(`/${firm.slug}/runs/${await longRun(firm)}`);
  await expect.poll(() => asked).toBe(1);
  await expect(other.page.getByText('There is nothing here')).toHaveCount(0);
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('The member is out of the team.')).toBeVisible();
  release();
  await expect(other.page.getByText('There is nothing here')).toBeVisible();
  await other.page.waitForTimeout(4000);
  expect(asked, 'the live view asks no more').toBe(1);
  expect((await other.page.goto(`/${firm.slug}`))!.status()).toBe(404);
  await other.page.goto('/');
  await expect(other.page.getByText('No firm yet')).toBeVisible();
  await other.context.close();
});

test('somebody with a firm of their own joins another, switches, and leaves', async ({ page, context, browser }) => {
  await speak(context, 'en');
  const [firm, theirs] = [await ownTenant(), await ownTenant()];
  await signIn(page, firm);
  await invite(page, firm.slug, theirs.email, /^Admin/);
  const link = await linkTo(theirs.email, '/invitation');

  // The owner is not who was invited.
  await page.goto(link);
  await expect(page.getByText(`you are signed in as ${firm.email}`)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out and go on' }).click();
  await expect(page.getByRole('link', { name: 'Sign in to accept' })).toBeVisible();

  const other = await inEnglish(browser);
  await other.page.goto(link);
  await other.page.getByRole('link', { name: 'Sign in to accept' }).click();
  await other.page.getByLabel('E-mail address').first().fill(theirs.email);
  await other.page.getByLabel('Password').fill(theirs.password);
  await other.page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await other.page.getByRole('button', { name: 'Accept the invitation' }).click();
  await other.page.waitForURL(new RegExp(`/${firm.slug}$`));

  await other.page.getByRole('button', { name: /Change firm/ }).click();
  await other.page.getByRole('link', { name: new RegExp(`Harbour ${theirs.slug.slice(4)}`) }).click();
  await other.page.waitForURL(new RegExp(`/${theirs.slug}$`));
  await other.page.goto('/');
  await expect(other.page.getByRole('heading', { name: 'Choose a firm' })).toBeVisible();

  await other.page.goto(`/${theirs.slug}/settings/members`);
  await expect(other.page.getByText('A firm needs an owner')).toBeVisible();
  await other.page.goto(`/${firm.slug}/settings/members`);
  await other.page.getByRole('button', { name: 'Leave the firm' }).click();
  await other.page.getByRole('dialog').getByRole('button', { name: 'Leave the firm' }).click();
  await other.page.waitForURL(new RegExp(`/${theirs.slug}$`));
  expect((await other.page.goto(`/${firm.slug}`))!.status()).toBe(404);
  await other.context.close();
});

test('an invitation speaks its own language, until its reader chooses another', async ({ browser }) => {
  const firm = await ownTenant('zh-CN');
  const email = `guest-${firm.slug}@example.com`;
  await fairway('member', 'invite', '--tenant', firm.slug, '--email', email, '--role', 'viewer');
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(await linkTo(email, '/invitation'));
  await expect(page.getByRole('button', { name: '接受邀请并创建账号' })).toBeVisible();
  await expect(page.getByRole('button', { name: '中 简体中文' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'EN English' }).click();
  await expect(page.getByRole('button', { name: 'Accept and open the account' })).toBeVisible();
  await context.close();

  // Whoever chose none reads on in the language of the invitation.
  const second = await browser.newContext({ locale: 'en-GB' });
  const guest = await second.newPage();
  await guest.goto(await linkTo(email, '/invitation'));
  await guest.locator('[name=name]').fill('林薇');
  await guest.locator('[name=password]').fill(password);
  await guest.getByRole('button', { name: '接受邀请并创建账号' }).click();
  await guest.waitForURL(new RegExp(`/${firm.slug}$`));
  await expect(guest.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await second.close();
});

test('an owner changes what the firm says of itself, and hands it over', async ({ page, context }) => {
  await speak(context, 'en');
  const firm = await ownTenant();
  await signIn(page, firm, `/${firm.slug}/settings`);
  await page.getByLabel('Countries it sells to').fill('Germany, Atlantis');
  await page.getByLabel('Name').first().fill('Blue Harbour Lamps');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText(/Atlantis/).first()).toBeVisible();
  await expect(page.getByLabel('Name').first()).toHaveValue('Blue Harbour Lamps');
  await page.getByLabel('Countries it sells to').fill('Germany, JP');
  await page.getByLabel('Time zone').first().selectOption('Europe/Berlin');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByLabel('Countries it sells to')).toHaveValue('Germany, Japan');
  await expect(page.getByLabel('Time zone').first()).toHaveValue('Europe/Berlin');
  await page.goto(`/${firm.slug}/settings/members`);
  await expect(page.getByText('There is nobody to hand it over to')).toBeVisible();
});
