import { createHash, randomBytes } from 'node:crypto';
import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { requireProvider } from '../identity/sign-in-rule';

export const sessionSeconds = 30 * 24 * 3600;
/** A session that nobody used for so long is over: whoever comes every week stays signed in. */
export const idleDays = 14;
/** The condition of a session `s` that is neither over nor was left idle, at the instant of this parameter. */
export const isOpenAt = (at: string): string =>
  `s.expires > ${at} and s.last_seen_at > ${at}::timestamptz - interval '${idleDays} days'`;

// Only a hash is stored: who reads the table cannot sign in with what they read.
const hashed = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface SessionUser {
  id: string;
  email: string;
  name: string | null;
  locale: 'zh-CN' | 'en' | null;
  /** IANA zone of the person; null: the tenant's. */
  zone: string | null;
  /** May enter the platform's desk, with a second factor. */
  platformAdmin: boolean;
  /** Has an authenticator app. */
  authenticator: boolean;
  /** Showed a code of it in this session. */
  secondFactor: boolean;
  /** How this session was opened. */
  method: SessionOrigin['method'];
  /** Has shown that the address is theirs. */
  verified: boolean;
  /** By which a person names this session among theirs. */
  sessionId: string;
}

/** How and from where a session was opened, as the person will read it in the list of their sessions. */
export interface SessionOrigin {
  method: 'password' | 'link' | 'oidc';
  userAgent: string | null;
  address: string | null;
}

const unknownOrigin: SessionOrigin = { method: 'password', userAgent: null, address: null };

/**
 * Opens a session of 30 days and answers its token, which exists only in the person's cookie. Refusal: `sign_in_by_provider`
 * (their address is bound to their firm's provider, and this is not the way they came).
 */
export async function openSession(userId: string, origin: SessionOrigin = unknownOrigin): Promise<string> {
  await requireProvider(userId, origin.method);
  const token = randomBytes(32).toString('base64url');
  const at = now();
  await directoryQuery(
    `with old as (delete from directory.sessions where expires < $3)
     insert into directory.sessions (session_token, user_id, expires, created_at, last_seen_at, method, user_agent, address)
     values ($1, $2, $4, $3, $3, $5, $6, $7)`,
    [
      hashed(token),
      userId,
      at,
      new Date(at.getTime() + sessionSeconds * 1000),
      origin.method,
      origin.userAgent?.slice(0, 500) ?? null,
      origin.address,
    ],
  );
  return token;
}

export interface SessionRow extends Omit<SessionUser, 'locale'> {
  locale: string | null;
  seenAt: Date;
}

const sessionOf = (condition: string): string =>
  `select u.id, u.email, u.name, u.locale, u.zone, u.platform_admin as "platformAdmin", a.user_id is not null as authenticator,
     s.second_factor_at is not null as "secondFactor", s.method, s.id as "sessionId",
     u.email_verified is not null as verified, s.last_seen_at as "seenAt"
   from directory.sessions s join directory.users u on u.id = s.user_id
   left join directory.authenticators a on a.user_id = u.id and a.confirmed_at is not null
   where s.session_token = $1 and ${isOpenAt('$2')} and ${condition}`;

function asUser(row: SessionRow | undefined): SessionUser | null {
  if (!row) return null;
  const { seenAt: _, ...user } = row;
  return { ...user, locale: row.locale === 'en' || row.locale === 'zh-CN' ? row.locale : null };
}

/** How exactly it is known when a session was last used: a write for each request would be too many. */
const seenEveryMs = 60_000;

async function noteSeen(token: string, seenAt: Date): Promise<void> {
  const at = now();
  if (at.getTime() - seenAt.getTime() < seenEveryMs) return;
  await directoryQuery('update directory.sessions set last_seen_at = $2 where session_token = $1', [hashed(token), at]);
}

/** The statement that finds an open session: `$1` the token's hash, `$2` the instant. */
export const openSessions = sessionOf('(a.user_id is null or s.second_factor_at is not null)');

/** The hash by which a session is found. */
export const hashOfSession = hashed;

/** A row that `openSessions` found, as whoever it is; notes that they were here. */
export async function seenUser(token: string, row: SessionRow): Promise<SessionUser> {
  await noteSeen(token, new Date(row.seenAt));
  return asUser(row)!;
}

/**
 * Whose session this is; null when it is unknown, over, was ended, or still waits for the code of the person's authenticator:
 * such a session opens nothing but the page that asks for the code.
 */
export async function sessionUser(token: string): Promise<SessionUser | null> {
  const [row] = await directoryQuery<SessionRow>(openSessions, [hashed(token), now()], 'open session');
  return row ? seenUser(token, row) : null;
}

/** For how long after the first step a session waits for the second. */
const pendingMinutes = 15;

/** Whose session waits for a code; null for every other session. For the page that asks for the code, and nothing else. */
export async function pendingUser(token: string): Promise<SessionUser | null> {
  const [row] = await directoryQuery<SessionRow>(
    sessionOf('a.user_id is not null and s.second_factor_at is null and s.created_at > $3'),
    [hashed(token), now(), new Date(now().getTime() - pendingMinutes * 60_000)],
  );
  return asUser(row);
}

/**
 * Opens a session that waited for a code, and gives it a new token: what was good for one step is not good for two. Null when
 * it no longer waits.
 */
export async function completeSession(token: string): Promise<string | null> {
  const next = randomBytes(32).toString('base64url');
  const opened = await directoryQuery(
    `update directory.sessions set session_token = $2, second_factor_at = $3
     where session_token = $1 and second_factor_at is null and expires > $3 returning 1`,
    [hashed(token), hashed(next), now()],
  );
  return opened.length === 1 ? next : null;
}

/** Ends a session; one that is already over is fine. */
export async function closeSession(token: string): Promise<void> {
  await directoryQuery('delete from directory.sessions where session_token = $1', [hashed(token)]);
}
