import type pg from 'pg';
import { database } from '@/db/client';
import { renderLetter } from '@/emails/letters/render-letter';
import { isLocale } from '@/i18n/locale';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { unseal } from '@/lib/seal';
import { HandoverUnknown, NotHandedOver, type Transport } from './handover';
import type { Message } from './message';
import { letterPurpose } from './post-letter';
import { mailTransport } from './transport';

interface LetterRow {
  id: string;
  email: string;
  letter: string;
  locale: string;
  props: string;
  attempts: number;
  created_at: Date;
  error: string | null;
}

const batch = 20;
/** Together they take fewer connections than the pool has. */
const atOnce = 2;
const firstPauseMs = 15_000;
const longestPauseMs = 30 * 60_000;
/** By then no link in it is good any more. */
const giveUpMs = 48 * 3600_000;

/**
 * Sends the letters that are due, each once, whatever crashes and however many workers try at the same time.
 * @returns how many are settled: sent, or given up with the reason kept
 */
export async function deliverLetters(transport: Transport = mailTransport()): Promise<number> {
  const pool = database().pool('fairway_directory');
  const { rows } = await pool.query<{ id: string }>(
    'select id from directory.letters where props is not null and due_at <= $1 order by due_at limit $2',
    [now(), batch],
  );
  let settled = 0;
  const waiting = rows.map((row) => row.id);
  const carry = async () => {
    for (let id = waiting.shift(); id; id = waiting.shift()) if (await deliverAlone(pool, id, transport)) settled++;
  };
  await Promise.all(Array.from({ length: atOnce }, carry));
  // A full round may have left more that are due.
  return rows.length === batch && settled > 0 ? settled + (await deliverLetters(transport)) : settled;
}

/** Delivers under a lock that ends with its process; passes over a letter that somebody else is at. */
async function deliverAlone(pool: pg.Pool, id: string, transport: Transport): Promise<boolean> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    const lock = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 8)) as taken',
      [id],
    );
    if (!lock.rows[0]?.taken) return false;
    try {
      return await deliver(client, id, transport);
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 8))', [id]).catch((error: Error) => {
        broken = error;
      });
    }
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** The same at every attempt, so that a mail and its repetition are known as one. */
export const messageIdOf = (id: string): string => `<letter.${id}@${new URL(env().APP_URL).hostname}>`;

/**
 * An attempt begins by counting itself and emptying `error`; every way it can end writes one or the other. So who holds the
 * lock and finds an attempt without an error knows that it died on the way, and asks the transport whether the mail is
 * there. A mail server cannot be asked: then it is given up rather than sent twice.
 */
async function deliver(client: pg.PoolClient, id: string, transport: Transport): Promise<boolean> {
  const { rows } = await client.query<LetterRow>(
    `select id, email, letter, locale, props, attempts, created_at, error from directory.letters
     where id = $1 and props is not null and due_at <= $2`,
    [id, now()],
  );
  const row = rows[0];
  if (!row) return false;
  if (row.attempts > 0 && row.error === null) {
    const sent = await transport.wasSent(messageIdOf(id));
    if (sent === true) return settle(client, id, null);
    if (sent === null) return settle(client, id, 'Interrupted while it was handed over: it may have been sent.');
  }
  const message = messageOf(row);
  if (!message) return settle(client, id, 'This letter cannot be read (any more).');
  await client.query('update directory.letters set attempts = attempts + 1, error = null where id = $1', [id]);
  try {
    await transport.send(message);
  } catch (error) {
    const reason = (error as Error).message.slice(0, 500) || 'It was not handed over.';
    const over = now().getTime() - row.created_at.getTime() > giveUpMs;
    if (error instanceof HandoverUnknown || (error instanceof NotHandedOver && error.permanent) || over)
      return settle(client, id, reason);
    const pause = Math.min(firstPauseMs * 2 ** Math.min(row.attempts, 20), longestPauseMs);
    await client.query('update directory.letters set error = $2, due_at = $3 where id = $1', [
      id,
      reason,
      new Date(now().getTime() + pause),
    ]);
    return false;
  }
  return settle(client, id, null);
}

/** Ends a letter, and empties it. */
async function settle(client: pg.PoolClient, id: string, error: string | null): Promise<true> {
  await client.query(
    `update directory.letters set props = null, error = $2::text, sent_at = case when $2::text is null then $3::timestamptz end
     where id = $1`,
    [id, error, now()],
  );
  return true;
}

function messageOf(row: LetterRow): Message | null {
  const props = unseal(row.props, letterPurpose);
  if (props === null) return null;
  const mail = renderLetter(row.letter, JSON.parse(props) as object, isLocale(row.locale) ? row.locale : 'en');
  return (
    mail && {
      ...mail,
      messageId: messageIdOf(row.id),
      to: { name: null, address: row.email },
      date: now(),
      headers: { 'Auto-Submitted': 'auto-generated' },
    }
  );
}
