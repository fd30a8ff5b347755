import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { Refusal } from '../errors';

/**
 * How often something may be asked for within a window: by one account (an address that is typed, or a person's id), and
 * by one network address, which many people may share.
 */
const limits = {
  sign_up: { minutes: 60, account: 4, address: 40 },
  resend: { minutes: 60, account: 4, address: 40 },
  sign_in_link: { minutes: 15, account: 4, address: 40 },
  // Weighing a password takes half a second of a processor, and a weak one is not counted as a sign-up.
  strength: { minutes: 15, account: 1000, address: 100 },
  link: { minutes: 15, account: 1000, address: 100 },
  reset: { minutes: 60, account: 4, address: 40 },
  change_email: { minutes: 60, account: 4, address: 40 },
  password: { minutes: 15, account: 10, address: 100 },
  domain_mail: { minutes: 60, account: 5, address: 40 },
  new_firm: { minutes: 60, account: 5, address: 40 },
} as const;

export type Ask = keyof typeof limits;

/**
 * Counts one time that somebody asks, and refuses when it was too often (`too_many_requests`, minutes to wait). It counts
 * whether or not there is such an account, so the answer tells nothing about it.
 */
export async function countAsk(ask: Ask, by: { account?: string; address: string | null }): Promise<void> {
  const { minutes, account, address } = limits[ask];
  const keys = [
    ...(by.account ? [{ key: `${ask}:account:${by.account.trim().toLowerCase().slice(0, 254)}`, most: account }] : []),
    ...(by.address ? [{ key: `${ask}:address:${by.address.slice(0, 64)}`, most: address }] : []),
  ];
  const at = now();
  const begin = new Date(at.getTime() - minutes * 60_000);
  const rows = await directoryQuery<{ key: string; count: number; window_started_at: Date }>(
    `insert into directory.sign_in_failures as f (key, count, window_started_at)
     select key, 1, $2 from unnest($1::text[]) as key order by key
     on conflict (key) do update set
       count = case when f.window_started_at < $3 then 1 else least(f.count, 1000000) + 1 end,
       window_started_at = case when f.window_started_at < $3 then $2 else f.window_started_at end
     returning key, count, window_started_at`,
    [keys.map((one) => one.key), at, begin],
  );
  for (const { key, most } of keys) {
    const row = rows.find((one) => one.key === key);
    if (!row || row.count <= most) continue;
    const left = row.window_started_at.getTime() + minutes * 60_000 - at.getTime();
    throw new Refusal('too_many_requests', 429, { minutes: Math.max(1, Math.ceil(left / 60_000)) });
  }
}
