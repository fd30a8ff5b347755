import { describe, expect, test } from 'vitest';
import { executeRun } from '@/domain/ingest/execute-run';
import { withTenant } from '@/domain/work';
import { testApi } from './test-api';
import { fileForm } from './test-client';
import { mapping, sales } from './test-file';

const { tenant, call, newFeed, uploads } = testApi();

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
    await executeRun(tenant(), runId);
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
    await executeRun(tenant(), runId);
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

test('a change is in the audit log under the key', async () => {
  const id = await newFeed();
  const rows = await withTenant(tenant(), (work) =>
    work.query<{ actor: string }>(
      "select actor from app.audit_entries where tenant_id = $1 and fact = 'feed.connected' and detail ->> 'feedId' = $2",
      [tenant().tenant.id, id],
    ),
  );
  expect(rows[0]!.actor).toMatch(/^key:/);
});
