import type { Browser } from '@playwright/test';
import { fairway } from './fairway';
import { inEnglish } from './in-english';
import { linkTo } from './letters';
import type { Person } from './tenants';

/** A member who was invited, "Guest Wei", in a browser of their own, on the firm's first page. */
export async function invitedGuest(browser: Browser, { slug }: Person, role: 'analyst' | 'viewer') {
  const email = `guest-${slug}@example.com`;
  await fairway('member', 'invite', '--tenant', slug, '--email', email, '--role', role);
  const { context, page } = await inEnglish(browser);
  await page.goto(await linkTo(email, '/invitation'));
  await page.getByLabel('Your name').fill('Guest Wei');
  await page.getByLabel('Password').fill('quiet harbour lantern 42');
  await page.getByRole('button', { name: 'Accept and open the account' }).click();
  await page.waitForURL(`**/${slug}`);
  return { context, page };
}
