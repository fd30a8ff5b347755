import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { fairway } from './fairway';
import { ownTenant, type Person } from './tenants';
import { expect, signIn } from './test';

export interface DeskAdmin extends Person {
  /** A code of the authenticator that was not used yet. */
  code(): string;
}

/** A platform admin who is signed in to the desk, and led to it by setting up an authenticator. */
export async function deskAdmin(page: Page): Promise<DeskAdmin> {
  const person = await ownTenant();
  await fairway('admin', 'grant', '--email', person.email);
  await signIn(page, person);
  await page.goto('/admin');
  await page.waitForURL('**/account/two-factor');
  await page.getByRole('button', { name: 'Set up' }).click();
  const secret = (await page.getByRole('listitem').locator('code').textContent())!.replaceAll(' ', '');
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  // Each code is good once, and those of the half minutes before and after count too.
  let at = Date.now() - 30_000;
  const code = () => {
    const next = app.generate({ timestamp: at });
    at += 30_000;
    return next;
  };
  await page.getByLabel('Six digits').fill(code());
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText(/You have 10 recovery codes left/)).toBeVisible();
  return { ...person, code };
}

/** Signs in with password and code, to the desk. */
export async function signInToDesk(page: Page, admin: DeskAdmin): Promise<void> {
  await page.goto('/sign-in?next=/admin');
  await page.locator('[name=email]').fill(admin.email);
  await page.locator('[name=password]').fill(admin.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel('Code', { exact: true }).fill(admin.code());
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/admin');
}
