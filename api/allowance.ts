import { type Allowance, tokenBuckets } from '@/domain/rate-limit/token-bucket';
import { now } from '@/lib/clock';

/** Calls a key may make at once and, from then on, within a minute. */
export const callsPerMinute = 600;

// Next bundles this module more than once; a key's bucket must still be one a process.
const holder = globalThis as { fairwayApiBuckets?: ReturnType<typeof tokenBuckets> };

/** Takes one call of an API key. */
export function takeCall(keyId: string): Allowance {
  holder.fairwayApiBuckets ??= tokenBuckets(callsPerMinute, 60);
  return holder.fairwayApiBuckets.take(keyId, now().getTime());
}

export const allowanceHeaders = (a: Allowance): Record<string, string> => ({
  'ratelimit-limit': String(a.limit),
  'ratelimit-remaining': String(a.remaining),
  'ratelimit-reset': String(a.resetSeconds),
  ...(a.allowed ? {} : { 'retry-after': String(a.resetSeconds) }),
});
