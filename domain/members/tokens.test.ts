import { afterEach, expect, test, vi } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import { createUser } from './create-user';
import { issueToken, readToken, useToken, voidTokens } from './tokens';

ownDatabase();
afterEach(() => {
  vi.useRealTimers();
});

const issue = (over: Partial<Parameters<typeof issueToken>[0]> = {}) =>
  issueToken({ purpose: 'verify', email: 'Lin@Example.com', minutes: 30, ...over });

test('a token is good once and brings what it was made with', async () => {
  const { id } = await createUser({ email: 'lin@example.com' });
  const token = await issue({ userId: id, detail: { next: '/acme' } });
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const good = { email: 'lin@example.com', userId: id, detail: { next: '/acme' } };
  expect(await readToken('verify', token)).toEqual(good);
  expect(await readToken('verify', token)).toEqual(good);
  expect(await useToken('verify', token)).toEqual(good);
  for (const again of [readToken, useToken])
    await expect(again('verify', token)).rejects.toMatchObject({ code: 'link_used' });
});

test('is not stored in clear', async () => {
  const token = await issue();
  expect(JSON.stringify(await directoryQuery('select * from directory.tokens'))).not.toContain(token);
});

test('of many at once one gets it, the others are told that it was used', async () => {
  const token = await issue();
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => useToken('verify', token)));
  expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  for (const one of outcomes) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'link_used' });
});

test('opens nothing after its time', async () => {
  const token = await issue({ minutes: 15 });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 });
  for (const late of [readToken, useToken])
    await expect(late('verify', token)).rejects.toMatchObject({ code: 'link_expired' });
});

test('opens nothing for another purpose, and keeps its use', async () => {
  const token = await issue({ purpose: 'verify' });
  await expect(useToken('reset', token)).rejects.toMatchObject({ code: 'link_unknown', status: 404 });
  await expect(useToken('verify', token)).resolves.toMatchObject({ email: 'lin@example.com' });
});

test.each([
  '',
  'x',
  'x'.repeat(43),
  `${'x'.repeat(42)}=`,
  'x'.repeat(10_000),
  "' or 1=1 --",
  '\0'.repeat(43),
  '../../etc',
])('takes %j for no link of ours', async (token) => {
  for (const open of [readToken, useToken])
    await expect(open('verify', token)).rejects.toMatchObject({ code: 'link_unknown' });
});

test('once one was used the others in the mailbox can be ended; those of other purposes and people stay', async () => {
  const [first, second] = [await issue({ purpose: 'reset' }), await issue({ purpose: 'reset' })];
  const [other, foreign] = [await issue(), await issue({ purpose: 'reset', email: 'wei@example.com' })];
  await useToken('reset', first);
  await voidTokens('reset', 'LIN@example.com');
  await expect(useToken('reset', second)).rejects.toMatchObject({ code: 'link_used' });
  await expect(useToken('verify', other)).resolves.toBeDefined();
  await expect(useToken('reset', foreign)).resolves.toBeDefined();
});
