import { createHash, randomBytes } from 'node:crypto';
import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { Refusal } from '../errors';
import { normalizedEmail } from './email';

export interface Token {
  email: string;
  userId: string | null;
  detail: Record<string, unknown>;
}

interface TokenRow {
  email: string;
  user_id: string | null;
  detail: Record<string, unknown>;
  expires_at: Date;
  used_at: Date | null;
}

/** How a one-time token looks; nothing else is looked up. */
const form = /^[A-Za-z0-9_-]{43}$/;

// Only a hash is stored: who reads the table can use none of its links.
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

const tokenOf = ({ email, user_id, detail }: TokenRow): Token => ({ email, userId: user_id, detail });

/**
 * Makes a token that is good once, for one purpose, for so many minutes; it stands in a mail's link and nowhere else.
 * Refusal: `email_invalid`.
 * @param input.detail what the use of it needs to know; stored in clear
 */
export async function issueToken(input: {
  purpose: string;
  email: string;
  userId?: string;
  detail?: object;
  minutes: number;
}): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const at = now();
  await directoryQuery(
    `insert into directory.tokens (hash, purpose, email, user_id, detail, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      hashToken(token),
      input.purpose,
      normalizedEmail(input.email),
      input.userId ?? null,
      JSON.stringify(input.detail ?? {}),
      at,
      new Date(at.getTime() + input.minutes * 60_000),
    ],
  );
  return token;
}

async function find(purpose: string, token: string): Promise<TokenRow> {
  const [row] = form.test(token)
    ? await directoryQuery<TokenRow>(
        'select email, user_id, detail, expires_at, used_at from directory.tokens where hash = $1 and purpose = $2',
        [hashToken(token), purpose],
      )
    : [];
  if (!row) throw new Refusal('link_unknown', 404);
  return row;
}

/**
 * What a token is good for, without using it: for the page that a link opens, which programs that look through mails open
 * too. Refusals: `link_unknown` (malformed, never issued, or for another purpose), `link_used`, `link_expired`.
 */
export async function readToken(purpose: string, token: string): Promise<Token> {
  const row = await find(purpose, token);
  if (row.used_at) throw new Refusal('link_used', 409);
  if (row.expires_at <= now()) throw new Refusal('link_expired', 409);
  return tokenOf(row);
}

/** Uses a token up. However many try at once, one gets it; the others are refused as in readToken. */
export async function useToken(purpose: string, token: string): Promise<Token> {
  const [row] = form.test(token)
    ? await directoryQuery<TokenRow>(
        `update directory.tokens set used_at = $3 where hash = $1 and purpose = $2 and used_at is null and expires_at > $3
         returning email, user_id, detail, expires_at, used_at`,
        [hashToken(token), purpose, now()],
      )
    : [];
  if (row) return tokenOf(row);
  await readToken(purpose, token);
  // Between the two somebody else's clock ran ahead of ours.
  throw new Refusal('link_expired', 409);
}

/** Makes a used token good again, when what it was used for failed on our side. */
export async function releaseToken(token: string): Promise<void> {
  await directoryQuery('update directory.tokens set used_at = null where hash = $1', [hashToken(token)]);
}

/** Ends all tokens of a purpose that wait in an address's mailbox: once one was used, the others are of no good. */
export async function voidTokens(purpose: string, email: string): Promise<void> {
  await directoryQuery(
    'update directory.tokens set used_at = $3 where email = $1 and purpose = $2 and used_at is null',
    [normalizedEmail(email), purpose, now()],
  );
}
