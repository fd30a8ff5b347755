import { beforeAll, expect, test } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import type { Access } from '@/domain/tenants/access';
import { testTenant } from '@/domain/test-tenant';
import { withTenant } from '@/domain/work';
import { callsPerMinute } from './allowance';
import { client, keyFor } from './test-client';

ownDatabase();
let tenant: Access;
let owner: ReturnType<typeof client>;
beforeAll(async () => {
  tenant = await testTenant();
  owner = client(await keyFor(tenant, 'owner'));
});

const make = async (body: object = {}) =>
  (await owner('POST', '/keys', { body: { name: 'script', role: 'viewer', ...body } })).body as {
    id: string;
    key: string;
    expiresAt: string | null;
  };

test('a key is made, works, is listed without itself, is revoked, and says so', async () => {
  const made = await make({ expiresInDays: 30 });
  expect(Date.parse(made.expiresAt!) - Date.now()).toBeGreaterThan(29 * 86_400_000);
  expect((await client(made.key)('GET', '/me')).body).toMatchObject({ role: 'viewer' });
  const listed = await owner('GET', '/keys');
  expect(listed.body.data.find((k: { id: string }) => k.id === made.id)).toMatchObject({
    name: 'script',
    prefix: made.key.slice(0, 10),
    createdBy: 'test owner',
    state: 'active',
    lastUsedAt: expect.any(String),
  });
  expect(listed.text).not.toContain(made.key);
  expect((await owner('DELETE', `/keys/${made.id}`)).status).toBe(204);
  expect((await owner('DELETE', `/keys/${made.id}`)).status).toBe(204);
  const refused = await client(made.key)('GET', '/me');
  expect([refused.status, refused.body.type, refused.headers.get('www-authenticate')]).toEqual([
    401,
    '/problems/key_revoked',
    'Bearer realm="fairway"',
  ]);
});

test('a key that ran out says when', async () => {
  const { id, key } = await make({ expiresInDays: 90 });
  await directoryQuery(`update directory.api_keys set expires_at = '2026-01-02T03:04:05Z' where id = $1`, [id]);
  const refused = await client(key)('GET', '/me');
  expect([refused.status, refused.body.type]).toEqual([401, '/problems/key_expired']);
  expect(refused.body.detail).toContain('2026-01-02');
});

test('a repeat of the same Idempotency-Key makes no second key, and the key is not stored for it', async () => {
  const call = () =>
    owner('POST', '/keys', { body: { name: 'once', role: 'viewer' }, headers: { 'idempotency-key': 'make-once' } });
  const [first, second] = [await call(), await call()];
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(second.body).toEqual({ ...first.body, key: null });
  const kept = await withTenant(tenant, (work) =>
    work.query<{ body: unknown }>('select body from app.idempotency_keys where tenant_id = $1', [tenant.tenant.id]),
  );
  expect(JSON.stringify(kept)).not.toContain(first.body.key);
});

test('a key gives no more than it has, nor a name that deceives', async () => {
  const admin = client(await keyFor(tenant, 'admin'));
  const post = async (by: typeof admin, body: object) => (await by('POST', '/keys', { body })).body.type;
  expect(await post(admin, { name: 'x', role: 'owner' })).toBe('/problems/role_too_high');
  expect(await post(admin, { name: 'x\u202e', role: 'viewer' })).toBe('/problems/name_tricky');
  expect(await post(admin, { name: 'x'.repeat(500), role: 'viewer' })).toBe('/problems/name_too_long');
  expect(await post(admin, { name: 'x', role: 'viewer', expiresInDays: 31 })).toBe('/problems/malformed');
  const owned = await make({ role: 'owner' });
  expect((await admin('DELETE', `/keys/${owned.id}`)).body.type).toBe('/problems/key_above_you');
});

test('each key has an allowance of its own, told in the headers', async () => {
  const [one, two] = [client((await make()).key), client((await make()).key)];
  const first = await one('GET', '/me');
  expect(first.headers.get('ratelimit-limit')).toBe(String(callsPerMinute));
  expect(Number(first.headers.get('ratelimit-remaining'))).toBe(callsPerMinute - 1);
  await one('GET', '/me');
  expect(Number((await two('GET', '/me')).headers.get('ratelimit-remaining'))).toBe(callsPerMinute - 1);
});

test('members and invitations by API', async () => {
  const sent = await owner('POST', '/invitations', {
    body: { email: 'api@example.com', role: 'viewer', locale: 'en' },
  });
  expect(sent.status).toBe(201);
  const again = await owner('POST', '/invitations', { body: { email: 'API@example.com', role: 'viewer' } });
  expect([again.status, again.body.errors[0].field]).toEqual([409, 'email']);
  expect((await owner('GET', '/invitations')).body.data).toMatchObject([{ email: 'api@example.com', state: 'open' }]);
  expect((await owner('DELETE', `/invitations/${sent.body.id}`)).status).toBe(204);
  expect((await owner('POST', `/invitations/${sent.body.id}/resend`)).body.type).toBe('/problems/invitation_revoked');
  expect((await owner('GET', '/members')).body.data).toEqual([]);
});
