import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { executeRun } from '@/domain/ingest/execute-run';
import { recompute } from '@/domain/measurements/recompute';
import type { Access } from '@/domain/tenants/access';
import { accessForKey } from '@/domain/tenants/ways-in';
import { ingestRecords, setRates, testFeed, testTenant } from '@/domain/test-tenant';
import { withTenant } from '@/domain/work';
import { kpis } from '@/kpis/catalogue';
import { env } from '@/lib/env';
import { records } from '@/records/catalogue';
import { takeCall } from './allowance';
import { client, fileForm, keyFor } from './test-client';

let db: Awaited<ReturnType<typeof testDatabase>>;
let tenant: Access;
let key: string;
let call: ReturnType<typeof client>;

beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
  await setRates(db, [
    ['GBP', '2026-03-01', 0.85],
    ['EUR', '2026-03-01', 1],
    ['CNY', '2026-03-01', 7.8],
  ]);
});
afterAll(() => db.drop());
beforeEach(async () => {
  tenant = await testTenant({ currency: 'EUR', zone: 'Europe/London' });
  key = await keyFor(tenant, 'owner');
  call = client(key);
});

const mapping = {
  target: 'sales_lines',
  columns: {
    order_number: 'No',
    sku: 'SKU',
    quantity: 'Qty',
    placed_at: 'Date',
    unit_price: 'Price',
    customer_id: 'Customer',
    country: 'Country',
  },
  constants: { currency: 'GBP', channel: 'website' },
  timezone: 'Europe/London',
};
const sales = (n = 3): string =>
  `No,SKU,Qty,Date,Price,Customer,Country\n${Array.from({ length: n }, (_, i) => `${i + 1},A${i},2,2026-03-02 10:00:00,3.50,${i},DE`).join('\n')}\n`;
const newFeed = async (connector = 'file'): Promise<string> =>
  (await call('POST', '/feeds', { body: { connector, name: `feed ${Math.random()}` } })).body.id;
const uploads = (): string[] => {
  try {
    return readdirSync(join(env().FAIRWAY_DATA_DIR, 'uploads', tenant.tenant.id));
  } catch {
    return [];
  }
};

describe('who and what', () => {
  test('a key says whose it is', async () => {
    const { status, body } = await call('GET', '/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      tenant: { id: tenant.tenant.id },
      role: 'owner',
      zone: 'Europe/London',
      currency: 'EUR',
    });
  });

  test('without a key, with a wrong scheme or a wrong key: 401', async () => {
    for (const authorization of ['', `Basic ${key}`, 'Bearer fw_nothing', `Bearer ${key}x`, key]) {
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

describe('feeds', () => {
  test('are connected, read, changed and archived', async () => {
    const made = await call('POST', '/feeds', { body: { connector: 'file', name: 'Website' } });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      connector: 'file',
      name: 'Website',
      status: 'active',
      freshness: 'empty',
      mapping: null,
      lastRun: null,
      nextRun: null,
      streams: [],
    });
    const { id } = made.body;
    const changed = await call('PATCH', `/feeds/${id}`, { body: { name: 'Shop', status: 'paused', mapping } });
    expect(changed.body).toMatchObject({ id, name: 'Shop', status: 'paused', mapping: { ...mapping } });
    expect((await call('GET', '/feeds')).body.data.map((f: { id: string }) => f.id)).toEqual([id]);
    expect((await call('POST', `/feeds/${id}/check`)).body).toEqual({ ok: true });
    expect((await call('DELETE', `/feeds/${id}`)).status).toBe(204);
    expect((await call('GET', `/feeds/${id}`)).status).toBe(404);
  });

  test('refuse what they cannot be', async () => {
    const post = async (body: object) => (await call('POST', '/feeds', { body })).body;
    expect(await post({ connector: 'teleport', name: 'x' })).toMatchObject({
      status: 422,
      type: '/problems/connector_unknown',
      errors: [{ field: 'connector' }],
    });
    expect(await post({ connector: 'file', name: 'x', config: { colour: 1 } })).toMatchObject({
      type: '/problems/config_invalid',
      errors: [{ field: 'config.colour' }],
    });
    await post({ connector: 'file', name: 'Twice' });
    expect(await post({ connector: 'file', name: 'Twice' })).toMatchObject({ status: 409 });
    const id = await newFeed();
    expect((await call('POST', `/feeds/${id}/sync`)).body).toMatchObject({
      status: 409,
      type: '/problems/feed_is_brought',
    });
  });
});

describe('files', () => {
  test('are previewed without a trace, then taken in', async () => {
    const id = await newFeed();
    const seen = await call('POST', `/feeds/${id}/files?preview=1`, { body: fileForm(sales(), mapping) });
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({
      suggested: false,
      unmapped: [],
      header: ['No', 'SKU', 'Qty', 'Date', 'Price', 'Customer', 'Country'],
    });
    expect(seen.body.rows).toHaveLength(3);
    expect(uploads()).toEqual([]);
    const suggested = await call('POST', `/feeds/${id}/files?preview=1`, { body: fileForm(sales()) });
    expect(suggested.body.suggested).toBe(true);

    const started = await call('POST', `/feeds/${id}/files`, { body: fileForm(sales(), mapping, '销售.csv') });
    expect(started.status).toBe(202);
    const { runId } = started.body;
    expect((await call('GET', `/runs/${runId}`)).body).toMatchObject({
      status: 'queued',
      progress: 0,
      read: 0,
      source: { name: '销售.csv' },
    });
    await executeRun(tenant, runId);
    expect((await call('GET', `/runs/${runId}`)).body).toMatchObject({
      status: 'succeeded',
      progress: 1,
      read: 3,
      inserted: 3,
      rejected: 0,
      error: null,
    });
    const runs = (await call('GET', `/runs?feed=${id}&limit=1`)).body;
    expect([runs.data.length, runs.next]).toEqual([1, null]);
    const other = await call('POST', `/feeds/${id}/files`, { body: fileForm(sales(4)) });
    const newest = (await call('GET', `/runs?feed=${id}&limit=1`)).body;
    expect(newest.data[0].id).toBe(other.body.runId);
    expect((await call('GET', `/runs?feed=${id}&limit=1&cursor=${newest.next}`)).body.data[0].id).toBe(runId);
    const feed = (await call('GET', `/feeds/${id}`)).body;
    expect(feed.mapping.target).toBe('sales_lines');
    expect(feed.streams.map((s: { record: string }) => s.record)).toContain('order');
  });

  test('bad rows are rejects with a sentence, and can be replayed', async () => {
    const id = await newFeed();
    const text = `${sales()}9,B,two,2026-03-02 10:00:00,1,7,DE\n`;
    const { runId } = (await call('POST', `/feeds/${id}/files`, { body: fileForm(text, mapping) })).body;
    expect((await call('POST', `/runs/${runId}/replay`)).status).toBe(409);
    await executeRun(tenant, runId);
    const { data, next } = (await call('GET', `/runs/${runId}/rejects`)).body;
    expect(next).toBeNull();
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      line: 5,
      field: 'quantity',
      value: 'two',
      status: 'open',
      raw: { Qty: 'two', No: '9' },
    });
    expect(data[0].message).not.toBe(`problems.${data[0].code}`);
    expect(data[0].message).not.toBe(data[0].code);
    const again = await call('POST', `/runs/${runId}/replay`);
    expect(again.status).toBe(202);
    expect((await call('GET', `/runs/${again.body.runId}`)).body).toMatchObject({ kind: 'replay', replayOf: runId });
  });

  test('what cannot be used leaves no file behind', async () => {
    const id = await newFeed();
    const post = async (path: string, body: unknown, headers = {}) =>
      (await call('POST', path, { body, headers })).body;
    expect(await post(`/feeds/${id}/files`, fileForm(sales()))).toMatchObject({
      status: 422,
      type: '/problems/mapping_missing',
    });
    expect(await post(`/feeds/${id}/files`, fileForm(sales(), { ...mapping, target: 'moons' }))).toMatchObject({
      status: 422,
    });
    expect(await post(`/feeds/${id}/files`, fileForm(sales(), { columns: {}, colour: 'red' }))).toMatchObject({
      status: 422,
      type: '/problems/malformed',
    });
    const noFile = new FormData();
    noFile.set('mapping', '{}');
    expect(await post(`/feeds/${id}/files`, noFile)).toMatchObject({ status: 422, type: '/problems/file_missing' });
    const otherName = new FormData();
    otherName.set('upload', new Blob(['a']), 'a.csv');
    expect(await post(`/feeds/${id}/files`, otherName)).toMatchObject({
      status: 422,
      type: '/problems/file_unexpected',
    });
    const broken = fileForm(sales());
    broken.set('mapping', '{');
    expect(await post(`/feeds/${id}/files`, broken)).toMatchObject({ status: 400, type: '/problems/not_json' });
    expect(await post(`/feeds/${id}/files`, sales(), { 'content-type': 'text/csv' })).toMatchObject({ status: 415 });
    expect(await post(`/feeds/${id}/files`, 'x', { 'content-type': 'multipart/form-data' })).toMatchObject({
      status: 400,
    });
    expect(
      await post(
        `/feeds/${id}/files`,
        '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc',
        { 'content-type': 'multipart/form-data; boundary=b' },
      ),
    ).toMatchObject({ status: 400, type: '/problems/form_broken' });
    expect(await post(`/feeds/${crypto.randomUUID()}/files`, fileForm(sales(), mapping))).toMatchObject({
      status: 404,
    });
    expect(uploads()).toEqual([]);
  });
});

describe('records', () => {
  const orders = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
      source_id: `o${String(i).padStart(4, '0')}`,
      number: `N${i}`,
      channel: 'web',
      placed_at: `2026-03-0${1 + (i % 3)}T23:30:00+02:00`,
      currency: 'GBP',
      gross: { amount: '12.34', currency: 'GBP' },
    }));

  test('are sent as NDJSON or a JSON array and come back as they were sent', async () => {
    const id = await newFeed('records');
    const ndjson = orders(2)
      .map((o) => JSON.stringify(o))
      .join('\n');
    const first = await call('POST', `/feeds/${id}/records/order`, {
      body: ndjson,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(first.status).toBe(202);
    await executeRun(tenant, first.body.runId);
    const second = await call('POST', `/feeds/${id}/records/order`, {
      body: orders(3),
      headers: { 'content-type': 'application/json' },
    });
    await executeRun(tenant, second.body.runId);
    expect((await call('GET', `/runs/${second.body.runId}`)).body).toMatchObject({
      kind: 'records',
      status: 'succeeded',
      read: 3,
      inserted: 1,
      unchanged: 2,
    });
    const { data } = (await call('GET', '/records/order')).body;
    expect(data).toHaveLength(3);
    expect(data[0]).toMatchObject({
      source_id: 'o0000',
      feed_id: id,
      placed_at: '2026-03-01T21:30:00.000Z',
      day: '2026-03-01',
      gross: { amount: '12.34', currency: 'GBP' },
      net_reporting: { currency: 'EUR' },
      tax: null,
      b2b: null,
    });
    expect(data[0]).not.toHaveProperty('raw');
    expect(data[0]).not.toHaveProperty('tenant_id');
    expect((await call('POST', `/feeds/${id}/records/moon`, { body: '{}' })).status).toBe(404);
    expect(
      (await call('POST', `/feeds/${id}/records/order`, { body: 'x', headers: { 'content-type': 'text/csv' } })).status,
    ).toBe(415);
  });

  test('pages meet every row once, and days and feeds choose', async () => {
    const [one, other] = [await newFeed('records'), await newFeed('records')];
    await ingestRecords(tenant, one, 'order', orders(7));
    await ingestRecords(tenant, other, 'order', orders(5));
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await call('GET', `/records/order?limit=5${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.data.map((r: { feed_id: string; source_id: string }) => `${r.feed_id}/${r.source_id}`));
      cursor = body.next;
    } while (cursor);
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
    const count = async (query: string) => (await call('GET', `/records/order?${query}`)).body.data.length;
    expect(await count(`feed=${one}`)).toBe(7);
    expect(await count('from=2026-03-02&to=2026-03-02')).toBe(4);
    expect(await count(`feed=${other}&from=2026-03-03`)).toBe(1);
    for (const query of [
      'cursor=!!',
      'cursor=W10',
      `cursor=${Buffer.from('["a","b"]').toString('base64url')}`,
      'from=2026-03-03&to=2026-03-01',
    ])
      expect([query, (await call('GET', `/records/order?${query}`)).status]).toEqual([query, 400]);
    expect((await call('GET', '/records/product?from=2026-03-03')).body).toMatchObject({
      status: 400,
      type: '/problems/record_without_days',
    });
  });

  test('all of them stream as NDJSON and CSV, the count last', async () => {
    const feed = await newFeed('records');
    await ingestRecords(tenant, feed, 'order', [
      ...orders(2200),
      { ...orders(1)[0], source_id: 'z', number: '=1+1', ship_region: 'a, "b"' },
    ]);
    const nd = await call('GET', '/records/order?format=ndjson');
    expect(nd.headers.get('content-type')).toMatch('application/x-ndjson');
    const lines = nd.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(2202);
    expect(lines.at(-1)).toEqual({ rows: 2201 });
    expect(new Set(lines.slice(0, -1).map((r) => r.source_id)).size).toBe(2201);
    const csv = await call('GET', '/records/order?format=csv&from=2026-03-01');
    const csvLines = csv.text.trimEnd().split('\r\n');
    expect(csvLines[0]).toMatch(/^source_id,feed_id,/);
    expect(csvLines.at(-1)).toBe('# rows: 2201');
    expect(csv.text).toContain('12.34,');
    expect(csv.text).toContain(`,'=1+1,`);
    expect(csv.text).toContain('"a, ""b"""');
    const none = await call('GET', `/records/order?format=csv&feed=${crypto.randomUUID()}`);
    expect(none.text.split('\r\n').slice(1)).toEqual(['# rows: 0', '']);
  });

  test.each(records.map((r) => r.name))('%s is listed, empty or not', async (name) => {
    expect((await call('GET', `/records/${name}`)).body).toEqual({ data: [], next: null });
  });
});

describe('KPIs', () => {
  let measured: Access;
  beforeAll(async () => {
    measured = await testTenant({ currency: 'EUR', zone: 'Europe/London' });
    const feed = await testFeed(measured, 'shop', 'records');
    await ingestRecords(measured, feed, 'channel', [
      { source_id: 'web', name: 'Web', kind: 'independent_site' },
      { source_id: 'amz', name: 'Amazon', kind: 'marketplace', owner_group: 'Amazon' },
    ]);
    const order = (n: number) => ({
      source_id: `o${n}`,
      number: `N${n}`,
      channel: n % 4 ? 'amz' : 'web',
      ship_country: n % 2 ? 'DE' : 'FR',
      placed_at: '2026-03-02T10:00:00Z',
      currency: 'EUR',
      gross: '10.00',
      customer_id: `c${n % 10}`,
    });
    await ingestRecords(
      measured,
      feed,
      'order',
      Array.from({ length: 40 }, (_, n) => order(n)),
    );
    await recompute(measured);
  });
  beforeEach(async () => {
    call = client(await keyFor(measured, 'viewer'));
  });

  test('the catalogue', async () => {
    const { data } = (await call('GET', '/kpis')).body;
    expect(data.map((k: { code: string }) => k.code)).toEqual(kpis.map((k) => k.code));
  });

  test('a value by slug and by code, with what it rests on', async () => {
    const { body } = await call('GET', '/kpis/platform-dependence?at=2026-03-05');
    expect(body).toMatchObject({
      kpi: 'E01',
      value: 0.75,
      reason: null,
      unit: 'ratio',
      at: '2026-03-05',
      numerator: 30000,
      denominator: 40000,
      sample: 40,
    });
    expect(body.amounts).toEqual({
      numerator: { amount: '300.00', currency: 'EUR' },
      denominator: { amount: '400.00', currency: 'EUR' },
    });
    expect((await call('GET', '/kpis/e01?at=2026-03-05')).body).toEqual(body);
    const by = await call('GET', '/kpis/E01?at=2026-03-05&by=channel');
    expect(by.body.by.rows.map((r: { key: string; value: number }) => [r.key, r.value])).toEqual([
      ['amz', 0.75],
      ['web', 0.25],
    ]);
  });

  test('no data is null with a reason', async () => {
    const { body } = await call('GET', '/kpis/on-time-in-full');
    expect(body).toMatchObject({ value: null, status: 'empty', score: null });
    expect(body.reason).toBeTruthy();
  });

  test('series, evidence, scores, silos', async () => {
    const series = (await call('GET', '/kpis/E01/series?from=2026-03-01&to=2026-03-05&grain=day')).body.data;
    expect(series.length).toBeGreaterThan(0);
    const evidence = (await call('GET', '/kpis/E01/evidence?at=2026-03-05&part=numerator&limit=500')).body;
    expect(evidence.data).toHaveLength(30);
    expect(evidence.data.reduce((sum: number, r: { numerator: number }) => sum + r.numerator, 0)).toBe(
      evidence.totals.numerator,
    );
    expect(evidence.reconciles).toBe(true);
    expect(evidence.data[0].num).toEqual({ amount: '10.00', currency: 'EUR' });
    const scores = (await call('GET', '/scores?at=2026-03-05')).body;
    expect(scores.mechanisms.map((m: { mechanism: string }) => m.mechanism)).toEqual([
      'data-driven',
      'collaboration',
      'ecosystem',
    ]);
    expect((await call('GET', '/silos?at=2026-03-05')).status).toBe(200);
    for (const path of ['/kpis/E01?by=moon', '/kpis/E01?window=28d', '/kpis/E01/evidence?dim=moon&key=1'])
      expect([path, (await call('GET', path)).status]).toEqual([path, 422]);
  });

  test('evidence comes in pages that meet each row once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    do {
      const page: { data: { source_id: string }[]; next: string | null } = (
        await call('GET', `/kpis/E01/evidence?at=2026-03-05&limit=15${cursor && `&cursor=${cursor}`}`)
      ).body;
      seen.push(...page.data.map((r) => r.source_id));
      cursor = page.next;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([40, 40]);
    expect((await call('GET', '/kpis/E01/evidence?cursor=x')).body).toMatchObject({
      status: 400,
      type: '/problems/cursor_unknown',
    });
  });

  test.each(kpis.map((k) => k.code))('%s answers everywhere', async (code) => {
    for (const path of [
      '',
      '/series',
      '/series?grain=month',
      '/evidence',
      '/evidence?part=excluded',
      '/evidence?part=numerator',
    ])
      expect([path, (await call('GET', `/kpis/${code}${path}`)).status]).toEqual([path, 200]);
    const k = kpis.find((one) => one.code === code)!;
    for (const window of k.windows)
      expect((await call('GET', `/kpis/${code}?window=${window}&at=2026-03-05`)).status).toBe(200);
    for (const by of k.dims) expect((await call('GET', `/kpis/${code}?by=${by}&at=2026-03-05`)).body.by.dim).toBe(by);
  });
});

describe('milestones', () => {
  test('are set, changed and taken away', async () => {
    const made = await call('POST', '/milestones', {
      body: { kpi: 'on-time-in-full', target: 95, startOn: '2026-01-01', dueOn: '2026-12-31', owner: 'Logistics' },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ kpi: 'C07', target: 95, dueOn: '2026-12-31', status: 'no_data', unit: '%' });
    const { id } = made.body;
    expect((await call('PATCH', `/milestones/${id}`, { body: { target: 90 } })).body).toMatchObject({
      id,
      target: 90,
      owner: 'Logistics',
    });
    expect((await call('GET', '/milestones')).body.data).toHaveLength(1);
    expect((await call('PATCH', `/milestones/${id}`, { body: { target: 900 } })).status).toBe(422);
    expect((await call('DELETE', `/milestones/${id}`)).status).toBe(204);
    expect((await call('GET', '/milestones')).body.data).toHaveLength(0);
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
    const keyId = (await accessForKey(key))!.actor.id;
    // The clock stands, or the next call might find one that has come back meanwhile.
    vi.useFakeTimers({ toFake: ['Date'] });
    while (takeCall(keyId).allowed);
    const refused = await call('GET', '/me');
    expect([refused.status, refused.body.type]).toEqual([429, '/problems/too_many_calls']);
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // Another key of the same tenant has an allowance of its own.
    expect((await client(await keyFor(tenant, 'viewer'))('GET', '/me')).status).toBe(200);
  });
});

test('a change is in the audit log under the key', async () => {
  const id = await newFeed();
  const rows = await withTenant(tenant, (work) =>
    work.query<{ actor: string }>(
      "select actor from app.audit_entries where tenant_id = $1 and fact = 'feed.connected' and detail ->> 'feedId' = $2",
      [tenant.tenant.id, id],
    ),
  );
  expect(rows[0]!.actor).toMatch(/^key:/);
});
