import { expect, test } from 'vitest';
import { tokenBuckets } from './token-bucket';

test('a burst is allowed, then one call for each moment that passes', () => {
  const buckets = tokenBuckets(3, 60);
  const at = (seconds: number) => buckets.take('k', seconds * 1000);
  expect([at(0), at(0), at(0)].map((a) => [a.allowed, a.remaining])).toEqual([
    [true, 2],
    [true, 1],
    [true, 0],
  ]);
  expect(at(0)).toEqual({ allowed: false, limit: 3, remaining: 0, resetSeconds: 20 });
  expect(at(19).allowed).toBe(false);
  expect(at(20).allowed).toBe(true);
  expect(at(20).allowed).toBe(false);
  expect(at(1000)).toMatchObject({ allowed: true, remaining: 2, resetSeconds: 20 });
});

test('keys have buckets of their own, and full ones are forgotten', () => {
  const buckets = tokenBuckets(1, 10);
  expect(buckets.take('a', 0).allowed).toBe(true);
  expect(buckets.take('b', 0).allowed).toBe(true);
  expect(buckets.take('a', 1).allowed).toBe(false);
  buckets.take('c', 60_000);
  expect(buckets.size()).toBe(1);
});

test('a clock that is set back takes nothing away', () => {
  const buckets = tokenBuckets(2, 2);
  buckets.take('k', 10_000);
  expect(buckets.take('k', 5_000)).toMatchObject({ allowed: true, remaining: 0 });
});
