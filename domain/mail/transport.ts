import { env } from '@/lib/env';
import type { Transport } from './handover';
import { mailboxFolder, mailboxPath } from './mailbox-folder';
import { smtp } from './smtp';

/** Where mails go: to the server of SMTP_URL, else into the folder `mailbox` of the data folder. */
export function mailTransport(): Transport {
  const { SMTP_URL } = env();
  return SMTP_URL ? smtp(SMTP_URL) : mailboxFolder(mailboxPath());
}
