import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { invitedGuest } from './support/invited-guest';
import { ownTenant } from './support/tenants';
import { expect, signIn, speak, test, textOf } from './support/test';

/** Sets an authenticator up on the page where one is, up to the recovery codes. */
async function setUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up' }).click();
  const secret = (await textOf(page.getByRole('listitem').locator('code'))).replaceAll(' ', '');
  await page.getByLabel('Six digits').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Recovery codes' })).toBeVisible();
}

test('an authenticator is set up, asked for at sign-in, and stood in for by a recovery code; each is good once', async ({
  page,
  context,
}) => {
  await speak(context, 'en');
  const person = await ownTenant();
  await signIn(page, person);
  await page.goto('/account/two-factor');
  await page.getByRole('button', { name: 'Set up' }).click();
  const picture = page.getByRole('img', { name: /^QR code/ });
  await expect(picture).toBeVisible();
  const secret = (await textOf(page.getByRole('listitem').locator('code'))).replaceAll(' ', '');
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  await page.getByLabel('Six digits').fill('12345');
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByText(/^Enter the six digits that the app shows/)).toBeVisible();
  await page.getByLabel('Six digits').fill(app.generate());
  await page.getByRole('button', { name: 'Switch on' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Recovery codes' })).toBeVisible();
  const recovery = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allTextContents();
  expect(recovery).toHaveLength(10);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('fairway-recovery-codes.txt');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText(/You have 10 recovery codes left/)).toBeVisible();

  await page.goto(`/${person.slug}`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');

  // The password alone opens nothing: neither a page, nor an account page, nor the API of the session.
  const password = async () => {
    await page.goto(`/sign-in?next=/${person.slug}/settings`);
    await page.getByLabel('E-mail address').fill(person.email);
    await page.getByLabel('Password').fill(person.password);
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'One more step' })).toBeVisible();
  };
  const show = async (label: string, code: string) => {
    await page.getByLabel(label, { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
  };
  await password();
  for (const closed of [`/${person.slug}`, '/account/two-factor', '/']) {
    await page.goto(closed);
    await expect(page).toHaveURL(/\/sign-in\/code/);
  }
  await page.goto(`/sign-in/code?next=/${person.slug}/settings`);
  const wrong = ['000000', '111111', '222222', '333333', '444444'].find(
    (code) => app.validate({ token: code, window: 3 }) === null,
  )!;
  await show('Code', wrong);
  await expect(page.getByText(/check that your phone sets its clock by itself/)).toBeVisible();
  await expect(page.getByLabel('Code', { exact: true })).toHaveValue('');
  // The step after this one: good now already, as clocks may differ.
  const code = app.generate({ timestamp: Date.now() + 30_000 });
  await show('Code', code);
  await page.waitForURL(`**/${person.slug}/settings`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');

  await password();
  await show('Code', code);
  await expect(page.getByText(/^This code was used already/)).toBeVisible();
  await page.getByRole('link', { name: 'Use a recovery code instead' }).click();
  await show('Recovery code', recovery[0]!.toUpperCase());
  await page.waitForURL(`**/${person.slug}/settings`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');

  await password();
  await page.getByRole('link', { name: 'Use a recovery code instead' }).click();
  await show('Recovery code', recovery[0]!);
  await expect(page.getByText(/or it was used already/)).toBeVisible();
  await show('Recovery code', recovery[1]!);
  await page.waitForURL(`**/${person.slug}/settings`);

  await page.goto('/account/two-factor');
  const off = page.getByRole('region', { name: 'Switch off' });
  await off.getByRole('button', { name: 'Switch off' }).click();
  await expect(off.getByText('Enter your password, or a code of the authenticator app.')).toBeVisible();
  await off.getByLabel('Your password').fill(person.password);
  await off.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByRole('button', { name: 'Set up' })).toBeVisible();
});

test('who waits for a code may sign in as somebody else instead', async ({ page, context }) => {
  await speak(context, 'en');
  const person = await ownTenant();
  await signIn(page, person);
  await page.goto('/account/two-factor');
  await setUp(page);
  await context.clearCookies({ name: 'authjs.session-token' });
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
  await expect(page.getByLabel('Password')).toBeVisible();
});

test('a firm lets nobody in without an authenticator, once its owner has one and says so', async ({
  page,
  context,
  browser,
}) => {
  test.slow();
  await speak(context, 'en');
  const firm = await ownTenant();
  const { context: theirs, page: guest } = await invitedGuest(browser, firm, 'viewer');

  const ask = async () => {
    await page.goto(`/${firm.slug}/settings/sign-in`);
    await page.getByRole('button', { name: 'Require an authenticator' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Require an authenticator' }).click();
  };
  await signIn(page, firm);
  await ask();
  await expect(page.getByText(/^Set up an authenticator in your own account first/)).toBeVisible();
  await page.goto('/account/two-factor');
  await setUp(page);
  await ask();
  await expect(page.getByText('An authenticator is required now.')).toBeVisible();
  await expect(page.getByText('1 of 2 members have one')).toBeVisible();

  // The guest's open page finds out with the next click.
  await guest.getByRole('link', { name: 'Feeds' }).first().click();
  await guest.waitForURL('**/account/two-factor');
  await expect(guest.getByText(/^Without an authenticator nobody gets into Harbour/)).toBeVisible();
  await setUp(guest);
  await guest.goto(`/${firm.slug}/feeds`);
  await expect(guest.getByRole('heading', { level: 1, name: 'Feeds' })).toBeVisible();
  await theirs.close();
});
