import { rm } from 'node:fs/promises';
import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { messageIdOf } from '../mail/deliver-letters';
import { mailCopiesOf } from '../mail/mailbox-folder';
import { idleDays } from './sessions';

const day = 86_400_000;

/** What of sign-ins and letters is over is kept no longer than it is of use: addresses are personal data. */
const kept = [
  ['delete from directory.sessions where expires < $1', 0],
  ['delete from directory.sessions where last_seen_at < $1', idleDays * day],
  // Somebody may still open the mail, and is told then that the link is too old.
  ['delete from directory.tokens where expires_at < $1', 7 * day],
  ['delete from directory.sign_in_failures where window_started_at < $1', day],
] as const;

/** An operator looks at a letter to see what became of the mail; for so long. */
const lettersKept = 30 * day;

const before = (ms: number): Date => new Date(now().getTime() - ms);

/** Deletes sessions, links, counts of attempts and letters that are over. */
export async function sweepSignIns(): Promise<void> {
  for (const [statement, after] of kept) await directoryQuery(statement, [before(after)]);
  await sweepLetters();
}

/** A letter goes with its copy in the mailbox folder: the copy first, for nobody would know whose it is afterwards. */
async function sweepLetters(): Promise<void> {
  const over = await directoryQuery<{ id: string }>(
    'select id from directory.letters where props is null and created_at < $1',
    [before(lettersKept)],
  );
  const ids = over.map((letter) => letter.id);
  for (const path of await mailCopiesOf(ids.map(messageIdOf))) await rm(path, { force: true });
  await directoryQuery('delete from directory.letters where id = any($1)', [ids]);
}
