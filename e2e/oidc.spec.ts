import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { clientId, clientSecret, startOidc } from '@/domain/identity/test-oidc';
import { mailsTo } from './support/mailbox';
import { ownTenant } from './support/tenants';
import { expect, signIn, speak, test, textOf } from './support/test';

/** Signs in on the provider's own page and agrees. */
async function atProvider(page: Page, issuer: string, account: string): Promise<void> {
  await page.waitForURL((url) => url.href.startsWith(issuer));
  await page.locator('[name=login]').fill(account);
  await page.locator('[name=password]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** The address that leads to the provider, on the page for whom typed an address of the domain. */
async function goToProvider(page: Page, email: string, next: string): Promise<void> {
  await page.goto(`/sign-in/firm?next=${encodeURIComponent(next)}`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('link', { name: 'Continue to Harbour account' }).click();
}

test('a firm’s provider: set up, domain proven by mail, newcomers join, then nothing else lets in', async ({
  page,
  context,
  browser,
}) => {
  test.slow();
  await speak(context, 'en');
  const owner = await ownTenant();
  const domain = `firm-${randomBytes(4).toString('hex')}.example`;
  const at = (name: string) => `${name}@${domain}`;
  const settings = `/${owner.slug}/settings/sign-in`;
  await signIn(page, owner, settings);

  const redirectUri = await textOf(page.locator('code', { hasText: '/api/auth/callback/oidc-' }));
  const oidc = await startOidc({
    redirectUri,
    accounts: {
      lin: { email: at('lin'), email_verified: true, name: 'Lin Wei' },
      unverified: { email: at('unverified'), email_verified: false },
      foreign: { email: 'somebody@elsewhere.example', email_verified: true },
      nameless: {},
    },
  });
  const guests = await browser.newContext({ baseURL: new URL(page.url()).origin });
  try {
    await speak(guests, 'en');
    // What is wrong is said, and nothing that was typed is lost but the secret.
    await page.getByLabel('Name', { exact: true }).fill('Harbour account');
    await page.getByLabel('Issuer', { exact: true }).fill(`${oidc.issuer}/wrong`);
    await page.getByLabel('Client ID', { exact: true }).fill(clientId);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/^Enter the client secret/)).toBeVisible();
    await page.getByLabel('Client secret').fill(clientSecret);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/^Saved\. Check now/)).toBeVisible();
    await page.getByRole('button', { name: 'Check the provider' }).click();
    await expect(page.getByText(/answered, but not with a discovery document \(status 404\)/)).toBeVisible();
    await page.getByLabel('Issuer', { exact: true }).fill(`${oidc.issuer}/.well-known/openid-configuration`);
    await page.getByLabel('Client secret').fill(clientSecret);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByLabel('Issuer', { exact: true })).toHaveValue(oidc.issuer);
    await page.getByRole('button', { name: 'Check the provider' }).click();
    await expect(page.getByText(/^The provider answers as it should/)).toBeVisible();
    expect(await page.content()).not.toContain(clientSecret);

    await page.getByLabel('Another domain').fill(domain);
    await page.getByRole('button', { name: 'Add the domain' }).click();
    const card = page.getByRole('listitem').filter({ hasText: domain });
    await expect(card.getByText(/^fairway-verification=[0-9a-f]{32}$/)).toBeVisible();
    await card.getByLabel('Mailbox').selectOption('postmaster');
    await card.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByText(`A link is on its way to postmaster@${domain}`)).toBeVisible();
    await expect.poll(() => mailsTo(`postmaster@${domain}`).length, { timeout: 30_000 }).toBe(1);
    const link = /https?:\/\/\S+\/sign-in\/domain\/[\w-]{43}/.exec(mailsTo(`postmaster@${domain}`)[0]!.text)![0];
    const guest = await guests.newPage();
    await guest.goto(new URL(link).pathname);
    await guest.getByRole('button', { name: 'Yes, confirm' }).click();
    await expect(guest.getByText(`${domain} is confirmed for`)).toBeVisible();
    await page.goto(settings);
    await expect(card.getByText('Proven by mail')).toBeVisible();

    // Nobody has tried the provider yet: it cannot be required.
    await card.getByRole('button', { name: 'Require the provider' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Require the provider' }).click();
    await expect(page.getByText(/^Nobody has signed in through the provider yet/)).toBeVisible();

    // Whom the firm does not vouch for does not get in, and reads why.
    for (const [account, why] of [
      ['unverified', /does not say that your e-mail address is verified/],
      ['foreign', /a domain that this firm has not proven/],
      ['nameless', /did not name your e-mail address/],
    ] as const) {
      await guests.clearCookies();
      await speak(guests, 'en');
      await goToProvider(guest, at(account), `/${owner.slug}`);
      await atProvider(guest, oidc.issuer, account);
      await expect(guest.getByText(why)).toBeVisible();
      await expect(guest.getByLabel('Password')).toBeVisible();
    }

    // A newcomer joins as a viewer and lands where they wanted to go.
    await guests.clearCookies();
    await speak(guests, 'en');
    await goToProvider(guest, at('lin'), `/${owner.slug}/settings`);
    await atProvider(guest, oidc.issuer, 'lin');
    await guest.waitForURL(`**/${owner.slug}/settings`);
    await expect(guest.getByText(at('lin')).first()).toBeVisible();
    await expect(guest.getByText('Viewer').first()).toBeVisible();

    await card.getByRole('button', { name: 'Require the provider' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Require the provider' }).click();
    await expect(page.getByText('The provider is required now.')).toBeVisible();

    // From now on the domain, not the address, decides the way; known and unknown addresses look the same.
    await guest.getByRole('button', { name: 'Sign out' }).click();
    await guest.waitForURL('**/sign-in');
    for (const name of ['lin', 'nobody-at-all']) {
      await guest.goto('/sign-in');
      await guest.getByLabel('E-mail address').fill(at(name));
      await guest.getByLabel('Password').fill('some password or other');
      await guest.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(guest.getByText(`Addresses of ${domain} sign in through Harbour account.`)).toBeVisible();
      await guest.goto('/sign-in/link');
      await guest.getByLabel('E-mail address').fill(at(name));
      await guest.getByRole('main').locator('button[type=submit]').click();
      await expect(guest.getByText(`Addresses of ${domain} sign in through Harbour account.`)).toBeVisible();
    }
    await guest.getByRole('link', { name: 'Continue to Harbour account' }).click();
    await guest.waitForURL((url) => url.pathname === `/${owner.slug}`);

    // Who presses cancel at the provider, or comes back with a state that is not theirs, reads a sentence.
    await guests.clearCookies();
    await speak(guests, 'en');
    const callback = new URL(redirectUri).pathname;
    await guest.goto(`${callback}?code=forged&state=forged`);
    await expect(guest.getByText(/^The firm's sign-in could not be finished/)).toBeVisible();
    await goToProvider(guest, at('lin'), '/');
    await guest.waitForURL((url) => url.href.startsWith(oidc.issuer));
    await guest.getByRole('link', { name: /Cancel/ }).click();
    await expect(guest.getByText(/cancelled or refused there/)).toBeVisible();

    // A provider that is down is said to be down, before anybody is sent there.
    await oidc.stop();
  } finally {
    await oidc.stop().catch(() => {});
    await guests.close();
  }
});
