import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { accessForKey } from '@/domain/tenants/ways-in';
import { testTenant } from '@/domain/test-tenant';
import { takeCall } from './allowance';
import { testApi } from './test-api';
import { client, fileForm, keyFor } from './test-client';
import { mapping, sales } from './test-file';

const { tenant, key, call, newFeed, uploads } = testApi();

describe('who and what', () => {
  test('a key says whose it is', async () => {
    const { status, body } = await call('GET', '/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      tenant: { id: tenant().tenant.id },
      role: 'owner',
      zone: 'Europe/London',
      currency: 'EUR',
    });
  });

  test('without a key, with a wrong scheme or a wrong key: 401', async () => {
    for (const authorization of ['', `Basic ${key()}`, 'Bearer fw_nothing', `Bearer ${key()}x`, key()]) {
      const answer = await client()('GET', '/me', { headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(answer.body.type).toMatch(/^\/problems\/key_(missing|unknown)$/);
    }
  });

  test('connectors with their settings as JSON schema', async () => {
    const { body } = await call('GET', '/connectors');
    expect(body.data.map((c: { id: string }) => c.id)).toEqual(['file', 'records']);
    expect(body.data[0].config).toMatchObject({ type: 'object', additionalProperties: false });
    expect(Object.keys(body.data[0].streams)).toContain('sales_lines');
    expect(body.next).toBeNull();
  });
});

describe('problems', () => {
  test('are RFC 9457, in the language that is asked for', async () => {
    const en = await call('GET', `/feeds/${crypto.randomUUID()}`);
    expect(en.status).toBe(404);
    expect(en.headers.get('content-type')).toMatch('application/problem+json');
    expect(en.body).toEqual({
      type: '/problems/not_found',
      title: 'Not found',
      status: 404,
      detail: expect.stringMatching(/^The feed is not there/),
    });
    const zh = await call('GET', `/feeds/${crypto.randomUUID()}`, {
      headers: { 'accept-language': 'fr, zh-TW;q=0.8, en;q=0.5' },
    });
    expect(zh.body.type).toBe('/problems/not_found');
    expect(zh.body.detail).toMatch(/[\u4e00-\u9fff]/);
    expect(zh.headers.get('content-language')).toBe('zh-CN');
  });

  test('name every wrong field', async () => {
    const { status, body } = await call('POST', '/milestones', {
      body: { kpi: 7, target: '95', dueOn: '31.12.2026', colour: 'red' },
    });
    expect(status).toBe(422);
    expect(body.type).toBe('/problems/malformed');
    const codes = Object.fromEntries(body.errors.map((e: { field: string; code: string }) => [e.field, e.code]));
    expect(codes).toEqual({ kpi: 'wrong_type', target: 'wrong_type', dueOn: 'bad_format', colour: 'unknown' });
    for (const e of body.errors) expect(e.message).toContain(e.field);
    expect((await call('POST', '/milestones', { body: { kpi: 'C07', dueOn: '2026-12-31' } })).body.errors).toEqual([
      { field: 'target', code: 'missing', message: 'target is missing. Add it.' },
    ]);
  });

  test('no address, no method, no such parameter, no JSON, no body', async () => {
    expect((await call('GET', '/nowhere')).status).toBe(404);
    expect((await call('GET', '/feeds/a/b/c/d')).status).toBe(404);
    const wrong = await call('PUT', '/feeds');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect((await call('GET', '/feeds?colour=red')).body).toMatchObject({
      status: 400,
      type: '/problems/query_unknown',
    });
    expect((await call('GET', '/scores?at=2026-01-01&at=2026-01-02')).body).toMatchObject({
      status: 400,
      type: '/problems/query_repeated',
    });
    expect((await call('GET', '/scores?at=2026-02-30')).status).toBe(400);
    expect((await call('GET', '/runs?limit=0')).status).toBe(400);
    expect(
      (await call('POST', '/feeds', { body: '{', headers: { 'content-type': 'application/json' } })).body.type,
    ).toBe('/problems/not_json');
    expect((await call('POST', '/feeds', { headers: { 'content-type': 'application/json' } })).body.type).toBe(
      '/problems/body_missing',
    );
    expect((await call('POST', '/feeds', { body: 'a=1', headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    const large = JSON.stringify({ connector: 'file', name: 'x'.repeat(1024 * 1024) });
    expect(
      (await call('POST', '/feeds', { body: large, headers: { 'content-type': 'application/json' } })).status,
    ).toBe(413);
  });

  test('what is no id is not found', async () => {
    for (const path of ['/feeds/1', '/runs/%00', '/feeds/..%2f..', '/kpis/no-such', '/records/nothing'])
      expect([path, (await call('GET', path)).status]).toEqual([path, 404]);
  });
});

describe('values that no database can hold', () => {
  const nul = '\u0000';
  const cursorOf = (key: string[]) => Buffer.from(JSON.stringify(key)).toString('base64url');

  test.each([
    '/audit?text=%00',
    '/audit?from=0000-01-01',
    '/records/order?from=0000-01-01',
    '/kpis/E07/evidence?dim=country&key=%00',
    `/records/order?cursor=${cursorOf([crypto.randomUUID(), nul])}`,
    `/records/product?cursor=${cursorOf([nul])}`,
    '/me?constructor=x',
  ])('GET %s is refused, not failed', async (path) => {
    const { status } = await call('GET', path);
    expect([400, 422]).toContain(status);
  });

  test.each([
    ['/feeds', { connector: 'file', name: 'x', mapping: { target: 'order', columns: { number: nul } } }],
    ['/feeds', { connector: 'file', name: 'x', mapping: { target: 'order', columns: { constructor: 'a' } } }],
    ['/invitations', { email: 'a@\ud800.example', role: 'viewer' }],
    ['/milestones', { kpi: 'E07', target: 50, dueOn: '2027-01-01', title: nul }],
  ])('POST %s %j is refused, and nothing is done', async (path, body) => {
    const entries = async () => (await call('GET', '/audit')).body.data.length;
    const before = await entries();
    expect((await call('POST', path, { body })).status).toBe(422);
    expect(await entries()).toBe(before);
  });
});

describe('Idempotency-Key', () => {
  const once = { 'idempotency-key': 'order-4711' };

  test('the same request is done once and answered the same', async () => {
    const body = { connector: 'file', name: 'Once' };
    const first = await call('POST', '/feeds', { body, headers: once });
    const again = await call('POST', '/feeds', { body, headers: once });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await call('GET', '/feeds')).body.data).toHaveLength(1);
    const other = await call('POST', '/feeds', { body: { ...body, name: 'Other' }, headers: once });
    expect(other.body).toMatchObject({ status: 422, type: '/problems/idempotency_key_reused' });
    expect((await call('POST', '/feeds', { body, headers: { 'idempotency-key': 'has blanks' } })).status).toBe(400);
  });

  test('at the same time too, and a refused one may be tried again', async () => {
    const body = { connector: 'file', name: 'Race' };
    const all = await Promise.all(Array.from({ length: 5 }, () => call('POST', '/feeds', { body, headers: once })));
    expect(all.map((a) => a.status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(all.map((a) => a.body.id)).size).toBe(1);
    const retry = { 'idempotency-key': 'retry' };
    expect((await call('POST', '/feeds', { body: { connector: 'moon', name: 'x' }, headers: retry })).status).toBe(422);
    expect((await call('POST', '/feeds', { body: { connector: 'file', name: 'x' }, headers: retry })).status).toBe(201);
  });

  test('a repeated upload starts one run and keeps one file', async () => {
    const id = await newFeed();
    const post = (text: string) => call('POST', `/feeds/${id}/files`, { body: fileForm(text, mapping), headers: once });
    const [first, again] = [await post(sales()), await post(sales())];
    expect(again.body).toEqual(first.body);
    expect(uploads()).toHaveLength(1);
    expect((await post(sales(4))).status).toBe(422);
    expect(uploads()).toHaveLength(1);
  });

  test('another tenant may use the same key', async () => {
    const body = { connector: 'file', name: 'Mine' };
    const mine = await call('POST', '/feeds', { body, headers: once });
    const theirs = await client(await keyFor(await testTenant(), 'owner'))('POST', '/feeds', { body, headers: once });
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });
});

describe('rate limit', () => {
  test('is told with every answer and ends in 429', async () => {
    onTestFinished(() => void vi.useRealTimers());
    const first = await call('GET', '/me');
    expect(first.headers.get('ratelimit-limit')).toBe('600');
    expect(Number(first.headers.get('ratelimit-remaining'))).toBeGreaterThan(0);
    const keyId = (await accessForKey(key()))!.actor.id;
    // The clock stands, or the next call might find one that has come back meanwhile.
    vi.useFakeTimers({ toFake: ['Date'] });
    while (takeCall(keyId).allowed);
    const refused = await call('GET', '/me');
    expect([refused.status, refused.body.type]).toEqual([429, '/problems/too_many_calls']);
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // Another key of the same tenant has an allowance of its own.
    expect((await client(await keyFor(tenant(), 'viewer'))('GET', '/me')).status).toBe(200);
  });
});
