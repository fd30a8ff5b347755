import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recompute } from '@/domain/measurements/recompute';
import type { Access } from '@/domain/tenants/access';
import { ingestRecords, testFeed, testTenant } from '@/domain/test-tenant';
import { kpis } from '@/kpis/catalogue';
import { testApi } from './test-api';
import { client, keyFor } from './test-client';

const { call: owner } = testApi();

describe('KPIs', () => {
  let measured: Access;
  let call: ReturnType<typeof client>;
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
    const made = await owner('POST', '/milestones', {
      body: { kpi: 'on-time-in-full', target: 95, startOn: '2026-01-01', dueOn: '2026-12-31', owner: 'Logistics' },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ kpi: 'C07', target: 95, dueOn: '2026-12-31', status: 'no_data', unit: '%' });
    const { id } = made.body;
    expect((await owner('PATCH', `/milestones/${id}`, { body: { target: 90 } })).body).toMatchObject({
      id,
      target: 90,
      owner: 'Logistics',
    });
    expect((await owner('GET', '/milestones')).body.data).toHaveLength(1);
    expect((await owner('PATCH', `/milestones/${id}`, { body: { target: 900 } })).status).toBe(422);
    expect((await owner('DELETE', `/milestones/${id}`)).status).toBe(204);
    expect((await owner('GET', '/milestones')).body.data).toHaveLength(0);
  });
});
