import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';

const day = 86_400_000;

/** What of sign-ins and letters is over is kept no longer than it is of use: addresses are personal data. */
const kept = [
  ['delete from directory.sessions where expires < $1', 0],
  // Somebody may still open the mail, and is told then that the link is too old.
  ['delete from directory.tokens where expires_at < $1', 7 * day],
  ['delete from directory.sign_in_failures where window_started_at < $1', day],
  // An operator looks here for what became of a mail.
  ['delete from directory.letters where props is null and created_at < $1', 30 * day],
] as const;

/** Deletes sessions, links, counts of attempts and letters that are over. */
export async function sweepSignIns(): Promise<void> {
  for (const [statement, after] of kept) await directoryQuery(statement, [new Date(now().getTime() - after)]);
}
