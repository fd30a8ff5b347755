import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { createUser } from './create-user';
import { redeemSecondFactor } from './redeem-second-factor';
import { redeemSignInLink } from './sign-in-link';
import { issueToken } from './tokens';
import { verifyPassword } from './verify-password';

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'info';
});

let db: Awaited<ReturnType<typeof testDatabase>>;
const lines: Record<string, string | null>[] = [];
const spies = [process.stdout, process.stderr].map((stream) =>
  vi.spyOn(stream, 'write').mockImplementation((chunk) => {
    lines.push(JSON.parse(String(chunk)));
    return true;
  }),
);
beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => {
  for (const spy of spies) spy.mockRestore();
  return db.drop();
});

const email = 'watchful@example.com';
const from = '192.0.2.9';
const told = () => lines.map(({ event, proof, outcome }) => [event, proof, outcome]);

test('each attempt to sign in is logged with what became of it, the account and the place under an alias', async () => {
  const { id } = await createUser({ email, password: 'correct horse' });
  await verifyPassword({ email, password: 'correct horse', from });
  await verifyPassword({ email: 'Watchful@Example.com', password: 'wrong horse', from });
  await verifyPassword({ email: 'nobody@example.com', password: 'wrong horse', from: null });
  const token = await issueToken({ purpose: 'sign_in', email, userId: id, minutes: 15 });
  await redeemSignInLink(token, from);
  await redeemSignInLink(token, from).catch(() => {});
  await redeemSecondFactor(id, '123456', from).catch(() => {});
  expect(told()).toEqual([
    ['sign_in.attempt', 'password', 'accepted'],
    ['sign_in.attempt', 'password', 'wrong'],
    ['sign_in.attempt', 'password', 'wrong'],
    ['sign_in.attempt', 'link', 'accepted'],
    ['sign_in.attempt', 'link', 'link_used'],
    ['sign_in.attempt', 'code', 'code_wrong'],
  ]);
  const [right, wrong, other] = lines;
  expect(right!.account).toMatch(/^[\w-]{12}$/);
  expect(wrong!.account).toBe(right!.account);
  expect(other!.account).not.toBe(right!.account);
  expect([right!.from, wrong!.from, other!.from]).toEqual([right!.from, right!.from, null]);
  expect(JSON.stringify(lines)).not.toMatch(/example\.com|192\.0\.2/i);
});

test('a right that somebody lacks is refused and logged', async () => {
  const owner = await testTenant();
  const viewer = { ...owner, actor: { ...owner.actor, role: 'viewer' as const } };
  await expect(withTenant(viewer, async (work) => work.require('key.manage'))).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(lines).toMatchObject([
    { level: 'warn', event: 'access.refused', permission: 'key.manage', tenant: owner.tenant.id },
  ]);
});
