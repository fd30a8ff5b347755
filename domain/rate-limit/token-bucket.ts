/** What a caller is told about its allowance, for the RateLimit headers. */
export interface Allowance {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Whole seconds until the bucket is full again, or, when refused, until one call is possible. */
  resetSeconds: number;
}

/**
 * A bucket of `limit` calls for each key that fills again evenly within `windowSeconds`. Kept in the memory of one process: with
 * several web processes each grants the limit, which guards the service all the same and costs no query.
 */
export function tokenBuckets(limit: number, windowSeconds: number) {
  const perMs = limit / (windowSeconds * 1000);
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    /** Takes one call of `key` at an instant in milliseconds. */
    take(key: string, at: number): Allowance {
      const known = buckets.get(key);
      const tokens = known ? Math.min(limit, known.tokens + Math.max(0, at - known.at) * perMs) : limit;
      const allowed = tokens >= 1;
      const left = allowed ? tokens - 1 : tokens;
      buckets.delete(key);
      buckets.set(key, { tokens: left, at });
      // The map is in order of last use: full buckets at its front need no memory.
      for (const [oldest, bucket] of buckets) {
        if (bucket.tokens + (at - bucket.at) * perMs < limit || oldest === key) break;
        buckets.delete(oldest);
      }
      const missing = allowed ? limit - left : 1 - left;
      return { allowed, limit, remaining: Math.floor(left), resetSeconds: Math.ceil(missing / perMs / 1000) };
    },
    size: () => buckets.size,
  };
}
