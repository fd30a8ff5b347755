import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { notFound } from '../errors';
import { isOpenAt, type SessionOrigin } from './sessions';

export interface OwnSession extends SessionOrigin {
  id: string;
  createdAt: Date;
  /** To the minute. */
  lastSeenAt: Date;
}

/** Where a person is signed in, the latest first. Built by hand: no token's hash gets out. */
export async function listSessions(userId: string): Promise<OwnSession[]> {
  return directoryQuery<OwnSession>(
    `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", user_agent as "userAgent", address, method
     from directory.sessions s where user_id = $1 and ${isOpenAt('$2')} order by last_seen_at desc, created_at desc limit 100`,
    [userId, now()],
  );
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ends one of a person's sessions; its next request is that of a stranger. Refusal: `not_found`, also for another person's. */
export async function revokeSession(userId: string, id: string): Promise<void> {
  const gone = uuid.test(id)
    ? await directoryQuery('delete from directory.sessions where user_id = $1 and id = $2 returning 1', [userId, id])
    : [];
  if (gone.length === 0) throw notFound('session');
}

/** Ends all of a person's sessions but one; answers how many. */
export async function revokeOtherSessions(userId: string, keepId: string): Promise<number> {
  const gone = await directoryQuery('delete from directory.sessions where user_id = $1 and id <> $2 returning 1', [
    userId,
    keepId,
  ]);
  return gone.length;
}
