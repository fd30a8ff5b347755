import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transport } from './handover';
import { mimeOf } from './message';

/** The file's name is the message's id: whether it was sent is whether it is there. */
const fileName = (messageId: string): string => `${messageId.replace(/[^A-Za-z0-9.@-]/g, '')}.eml`;

/** The mails of these ids that lie in the folder, as paths. */
export const mailsIn = (folder: string, messageIds: readonly string[]): string[] =>
  messageIds.map((id) => join(folder, fileName(id))).filter((path) => existsSync(path));

/**
 * A transport into a folder of .eml files, for a machine without a mail server. A mail appears whole or not at all (written
 * aside, then renamed), and once however often it is sent.
 */
export function mailboxFolder(folder: string): Transport {
  return {
    async send(message) {
      const path = join(folder, fileName(message.messageId));
      if (existsSync(path)) return;
      await mkdir(folder, { recursive: true });
      const draft = join(folder, `.${fileName(message.messageId)}.${randomUUID()}`);
      const file = await open(draft, 'w', 0o600);
      try {
        await file.writeFile(await mimeOf(message));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    },
    wasSent: async (messageId) => existsSync(join(folder, fileName(messageId))),
  };
}
