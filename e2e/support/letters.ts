import { expect } from '@playwright/test';
import { mailsTo } from './mailbox';

/** The path of a link of a kind (such as `/verify/…`) in the mails to an address, once it is there. */
export async function linkTo(email: string, path: string): Promise<string> {
  const links = () => mailsTo(email).flatMap((mail) => mail.text.match(new RegExp(`${path}/[\\w-]{43}`, 'g')) ?? []);
  await expect.poll(() => links().length, { timeout: 30_000 }).toBeGreaterThan(0);
  return links()[0]!;
}

/** Waits for a mail to an address whose text says this. */
export async function mailThatSays(email: string, text: string): Promise<void> {
  const found = () => mailsTo(email).some((mail) => mail.text.includes(text));
  await expect.poll(found, { timeout: 30_000 }).toBe(true);
}
