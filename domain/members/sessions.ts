import { createHash, randomBytes } from 'node:crypto';
import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';

export const sessionSeconds = 30 * 24 * 3600;

// Only a hash is stored: who reads the table cannot sign in with what they read.
const hashed = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface SessionUser {
  id: string;
  email: string;
  name: string | null;
  locale: 'zh-CN' | 'en' | null;
  /** IANA zone of the person; null: the tenant's. */
  zone: string | null;
}

/** Opens a session of 30 days and answers its token, which exists only in the person's cookie. */
export async function openSession(userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const at = now();
  await directoryQuery(
    `with old as (delete from directory.sessions where expires < $3)
     insert into directory.sessions (session_token, user_id, expires) values ($1, $2, $4)`,
    [hashed(token), userId, at, new Date(at.getTime() + sessionSeconds * 1000)],
  );
  return token;
}

/** Whose session this is; null when it is unknown, over or was ended. Built by hand: nothing else of the row gets out. */
export async function sessionUser(token: string): Promise<SessionUser | null> {
  const [row] = await directoryQuery<SessionUser>(
    `select u.id, u.email, u.name, u.locale, u.zone from directory.sessions s
     join directory.users u on u.id = s.user_id where s.session_token = $1 and s.expires > $2`,
    [hashed(token), now()],
  );
  if (!row) return null;
  const locale = row.locale === 'en' || row.locale === 'zh-CN' ? row.locale : null;
  return { id: row.id, email: row.email, name: row.name, locale, zone: row.zone };
}

/** Ends a session; one that is already over is fine. */
export async function closeSession(token: string): Promise<void> {
  await directoryQuery('delete from directory.sessions where session_token = $1', [hashed(token)]);
}
