import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { Refusal } from '../errors';

const windowMs = 15 * 60_000;
/** Failures within a window after which we stop to listen. Many people share an address; few an account. */
const limits = { account: 10, address: 100 } as const;

type Keys = { account: string; address: string | null };

const keysOf = ({ account, address }: Keys): string[] => [
  `account:${account}`,
  ...(address ? [`address:${address}`] : []),
];

const limitOf = (key: string): number => (key.startsWith('account:') ? limits.account : limits.address);

/** Refuses with `too_many_attempts` (minutes to wait) when this account or address failed too often just now. */
async function refuseTooMany(keys: Keys): Promise<void> {
  const at = now().getTime();
  const rows = await directoryQuery<{ key: string; count: number; window_started_at: Date }>(
    'select key, count, window_started_at from directory.sign_in_failures where key = any($1)',
    [keysOf(keys)],
  );
  for (const row of rows) {
    const left = row.window_started_at.getTime() + windowMs - at;
    if (left > 0 && row.count >= limitOf(row.key))
      throw new Refusal('too_many_attempts', 429, { minutes: Math.ceil(left / 60_000) });
  }
}

/** Counts a failure for account and address, whether or not there is such an account; answers how many there are now. */
const countFailure = (keys: Keys): Promise<{ key: string; count: number }[]> =>
  directoryQuery(
    `insert into directory.sign_in_failures as f (key, count, window_started_at)
     select key, 1, $2 from unnest($1::text[]) as key
     on conflict (key) do update set
       count = case when f.window_started_at < $3 then 1 else f.count + 1 end,
       window_started_at = case when f.window_started_at < $3 then $2 else f.window_started_at end
     returning key, count`,
    [keysOf(keys), now(), new Date(now().getTime() - windowMs)],
  );

/** Forgets an account's failures once its owner has signed in. */
export async function forgetFailures(account: string): Promise<void> {
  await directoryQuery('delete from directory.sign_in_failures where key = $1', [`account:${account}`]);
}

/**
 * Counts an attempt before it is made, so that a thousand at once are a thousand. Who succeeded takes it back with
 * `takeBack`. Refusal: `too_many_attempts` (minutes to wait).
 */
export async function takeAttempt(keys: Keys): Promise<void> {
  await refuseTooMany(keys);
  // Those that came at the same moment have all passed by here; each has its own number.
  const counted = await countFailure(keys);
  if (counted.some(({ key, count }) => count > limitOf(key)))
    throw new Refusal('too_many_attempts', 429, { minutes: windowMs / 60_000 });
}

/** What a successful attempt leaves behind: nothing for the account, and one less for the address. */
export async function takeBack(keys: Keys): Promise<void> {
  await forgetFailures(keys.account);
  if (keys.address)
    await directoryQuery('update directory.sign_in_failures set count = greatest(count - 1, 0) where key = $1', [
      `address:${keys.address}`,
    ]);
}
