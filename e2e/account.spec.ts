import { randomBytes } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { linkTo, mailThatSays } from './support/letters';
import { ownTenant } from './support/tenants';
import { expect, signIn, speak, test } from './support/test';

const strong = 'tangerine boat lamp 9';
const stronger = 'quiet harbour 71 crane';
const unique = () => randomBytes(5).toString('hex');
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });

/** Fills in the sign-up; answers the address in use. */
async function fillSignUp(page: Page, email: string, firm: string): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Lin Wei');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(strong);
  await page.getByLabel('Firm name').fill(firm);
  await expect(page.getByLabel('Short name in addresses')).toHaveValue(firm.toLowerCase().replaceAll(' ', '-'));
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter((one) => ['serious', 'critical'].includes(one.impact ?? ''))).toEqual([]);
}

test('sign-up, mail, verify, and today’s page of a firm without feeds', async ({ page, context }) => {
  await speak(context, 'en');
  const [email, firm] = [`${unique()}@example.com`, `Sail ${unique()}`];
  await fillSignUp(page, email, firm);
  await page.getByLabel('Where you sell to').fill('Germany, Atlantis');
  await expectAccessible(page);
  await button(page, 'Open the account').click();
  await expect(page.getByText('“Atlantis” is no country we know')).toBeVisible();
  await expect(page.getByLabel('Where you sell to')).toBeFocused();
  await expect(page.getByLabel('Firm name')).toHaveValue(firm);
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await expect(page.getByLabel('Password')).toHaveValue(strong);
  await page.getByLabel('Where you sell to').fill('Germany, 美国');
  await page.getByLabel('Password').fill('Passw0rd!');
  await button(page, 'Open the account').click();
  await expect(page.getByText('This password is easy to guess')).toBeVisible();
  await expect(page.getByLabel('Password')).toBeFocused();
  await page.getByLabel('Password').fill(strong);
  await button(page, 'Open the account').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Look in your mailbox' })).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();

  // Until the link is used there is nothing to sign in to.
  const link = await linkTo(email, '/verify');
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(strong);
  await button(page, 'Sign in').click();
  await expect(page.getByText('Address and password do not belong together')).toBeVisible();

  // A program that looks through mails opens the link; the button is pressed by a person.
  expect((await page.request.get(link)).status()).toBe(200);
  await page.goto(link);
  await page.getByLabel('Password').fill('somebody else chose this');
  await button(page, 'Verify and begin').click();
  await expect(page.getByText('This is not the password that was chosen at the sign-up')).toBeVisible();
  await page.getByLabel('Password').fill(strong);
  await button(page, 'Verify and begin').click();
  await page.waitForURL(`**/${firm.toLowerCase().replaceAll(' ', '-')}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'This link was used already' })).toBeVisible();

  // Another firm, for who has an account.
  await page.goto('/new-firm');
  await page.getByLabel('Firm name').fill('晨帆贸易');
  await expect(page.getByLabel('Short name in addresses')).toHaveValue(/^chen-fan-mao-yi/);
  await page.getByLabel('Short name in addresses').fill('demo');
  await expect(page.getByText('The short name “demo” is in use.')).toBeVisible();
  await page.getByRole('button', { name: /^Use demo-/ }).click();
  await button(page, 'Found the firm').click();
  await page.waitForURL(/\/demo-\d+$/);
});

test('a sign-up with an address that has an account looks the same and tells by letter', async ({ page, context }) => {
  await speak(context, 'en');
  const person = await ownTenant();
  await fillSignUp(page, person.email, `Sail ${unique()}`);
  await button(page, 'Open the account').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Look in your mailbox' })).toBeVisible();
  await mailThatSays(person.email, 'You have an account already');
  await button(page, 'Send it again').click();
  await expect(page.getByText('The mail was sent again.')).toBeVisible();
});

test('a link instead of a password, which goes on to where it was asked for and nowhere else', async ({
  page,
  context,
}) => {
  await speak(context, 'en');
  const person = await ownTenant();
  await page.goto(`/sign-in?next=${encodeURIComponent(`/${person.slug}/feeds`)}`);
  await page.getByRole('link', { name: 'Sign in by a link in a mail' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in by a link' })).toBeVisible();
  await page.getByLabel('E-mail address').fill(person.email);
  await button(page, 'Mail me a link').click();
  const said = await page.getByText(/a mail is on its way/).textContent();
  const link = await linkTo(person.email, '/sign-in/link');
  await page.goto(link);
  await expect(page.getByText(`As ${person.email}.`)).toBeVisible();
  await button(page, 'Sign in').click();
  await page.waitForURL(`**/${person.slug}/feeds`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await page.goto(link);
  await expect(page.getByText('This link was used already; each works once.')).toBeVisible();

  const stranger = `${unique()}@example.com`;
  await page.goto('/sign-in/link?next=https://elsewhere.example/');
  await expect(page.locator('[name=next]')).toHaveValue('/');
  await page.getByLabel('E-mail address').fill(stranger);
  await button(page, 'Mail me a link').click();
  await expect(page.getByText(said!.replace(person.email, stranger))).toBeVisible();
  await page.goto(`/sign-in/link/${'x'.repeat(43)}`);
  await expect(page.getByRole('heading', { level: 1, name: 'This link does not work' })).toBeVisible();
});

test('a forgotten password: a new one ends the open page of the old', async ({ page, context, browser }) => {
  await speak(context, 'en');
  const person = await ownTenant();
  await signIn(page, person);
  const elsewhere = await browser.newContext();
  await speak(elsewhere, 'en');
  const other = await elsewhere.newPage();
  await other.goto('/sign-in');
  await other.getByRole('link', { name: 'Set a new one' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Set a new password' })).toBeVisible();
  await other.getByLabel('E-mail address').fill(person.email);
  await button(other, 'Mail me a link').click();
  await other.goto(await linkTo(person.email, '/reset'));
  await other.getByLabel('New password').fill(person.email);
  await button(other, 'Set the password').click();
  await expect(other.getByText('it is made of your name, address or firm')).toBeVisible();
  await other.getByLabel('New password').fill(stronger);
  await button(other, 'Set the password').click();
  await expect(other.getByText('Your new password is set.')).toBeVisible();
  await signIn(other, { ...person, password: stronger });
  await page.getByRole('link', { name: 'Feeds' }).first().click();
  await page.waitForURL('**/sign-in?next=*');
  await mailThatSays(person.email, 'Your account has a new password');
  await elsewhere.close();
});

test('a session that is ended from elsewhere is over in its open page', async ({ page, context, browser }) => {
  await speak(context, 'en');
  const person = await ownTenant();
  const elsewhere = await browser.newContext({
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  });
  await speak(elsewhere, 'en');
  const other = await elsewhere.newPage();
  await signIn(other, person);
  await signIn(page, person, '/account');
  await expectAccessible(page);
  const sessions = page.getByRole('listitem').filter({ hasText: 'by password' });
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: 'This one' })).toContainText('Chrome on Windows');
  const phone = sessions.filter({ hasText: 'Safari on iOS' });
  await phone.getByRole('button', { name: /^End/ }).click();
  await expect(page.getByText('Ended. Those devices have to sign in anew.')).toBeVisible();
  await expect(sessions).toHaveCount(1);
  await other.getByRole('link', { name: 'Feeds' }).first().click();
  await other.waitForURL('**/sign-in?next=*');

  await signIn(other, person);
  await page.reload();
  await page.getByRole('button', { name: 'End all others' }).click();
  await expect(sessions).toHaveCount(1);
  await other.reload();
  await other.waitForURL('**/sign-in?next=*');
  await elsewhere.close();
});

test('another address and another password, by who knows the present one', async ({ page, context }) => {
  await speak(context, 'en');
  const person = await ownTenant();
  const email = `${unique()}@example.com`;
  await signIn(page, person, '/account');
  const address = page.getByRole('region', { name: 'E-mail address' });
  await address.getByLabel('New address').fill(email);
  await address.getByLabel('Your present password').fill('not the password');
  await address.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(address.getByText('This is not your present password.')).toBeVisible();
  await expect(address.getByLabel('New address')).toHaveValue(email);
  await address.getByLabel('Your present password').fill(person.password);
  await address.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(address.getByText(`A mail is on its way to ${email}.`)).toBeVisible();
  await page.goto(await linkTo(email, '/account/email'));
  await button(page, 'Confirm the address').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your address was changed' })).toBeVisible();
  await mailThatSays(person.email, `is now reached at ${email}`);

  await page.goto('/account');
  const password = page.getByRole('region', { name: 'Password', exact: true });
  await password.getByLabel('Your present password').fill(person.password);
  await password.getByLabel('New password').fill(stronger);
  await password.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Your password was changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await signIn(page, { ...person, email, password: stronger });
});
