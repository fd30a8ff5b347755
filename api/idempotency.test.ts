import { describe, expect, test } from 'vitest';
import { testTenant } from '@/domain/test-tenant';
import { testApi } from './test-api';
import { client, fileForm, keyFor } from './test-client';
import { mapping, sales } from './test-file';

const { call, newFeed, uploads } = testApi();

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
