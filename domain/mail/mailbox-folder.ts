import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/env';
import type { Transport } from './handover';
import { mimeOf } from './message';

/** The file's name is the message's id: whether it was sent is whether it is there. */
const fileName = (messageId: string): string => `${messageId.replace(/[^A-Za-z0-9.@-]/g, '')}.eml`;

/** What a mail is called until it is whole; such a file is left behind by a process that was killed. */
const draftName = (messageId: string): string => `.${fileName(messageId)}.${randomUUID()}`;
const nameOfDraft = /^\.(.+)\.[0-9a-f-]{36}$/;

/** Where mails lie on a machine without a mail server. */
export const mailboxPath = (): string => join(env().FAIRWAY_DATA_DIR, 'mailbox');

/** The mails of these ids that lie there, whole or begun, as paths. Under which APP_URL they were written does not matter. */
export async function mailCopiesOf(messageIds: readonly string[]): Promise<string[]> {
  const beforeAt = (name: string) => name.split('@')[0]!;
  const wanted = new Set(messageIds.map((id) => beforeAt(fileName(id))));
  const names = await readdir(mailboxPath()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => wanted.has(beforeAt(nameOfDraft.exec(name)?.[1] ?? name)))
    .map((name) => join(mailboxPath(), name));
}

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
      const draft = join(folder, draftName(message.messageId));
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
