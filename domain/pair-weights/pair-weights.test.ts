import { describe, expect, it } from 'vitest';
import { joinPairs } from '@/kpis/data-driven/data-silo-index';
import { readKpi } from '../measurements/read-kpi';
import { recompute } from '../measurements/recompute';
import { testRule } from '../rules/test-rule';
import { sentenceOf } from '../sentence';
import { ingestRecords, testFeed } from '../test-tenant';
import { listPairWeightSets, readPairWeights } from './read-pair-weights';
import { setPairWeights } from './set-pair-weights';

const { access, at, run, set, refusal } = testRule(setPairWeights, { currency: 'EUR' });

it('all weigh the same until the firm says otherwise, and again', async () => {
  const none = await run(readPairWeights);
  expect(none).toMatchObject({ version: 0, own: null });
  expect(none.shares).toEqual(joinPairs.map((pair) => ({ pair, weight: 1, share: 1 / joinPairs.length })));
  const made = await set({ pairs: { 'order→shipment': 5 }, reason: 'Parcels first', after: 0 });
  expect(made).toMatchObject({ version: 1, own: { 'order→shipment': 5 }, reason: 'Parcels first' });
  expect(made.shares.find(({ pair }) => pair === 'order→shipment')!.share).toBe(0.5);
  expect(await run(readPairWeights)).toEqual(made);
  await set({ pairs: null });
  expect((await run(readPairWeights)).shares).toEqual(none.shares);
  expect((await run((work) => listPairWeightSets(work))).data.map(({ version, own }) => [version, own])).toEqual([
    [2, null],
    [1, made.own],
  ]);
});

it('today is measured again by them, days before are not', async () => {
  at('2026-06-30T04:00:00Z');
  // Of two pairs with rows one is covered in full, the other not at all.
  const order = (day: string) => ({
    source_id: day,
    number: day,
    placed_at: `${day}T02:00:00Z`,
    customer_id: 'c',
    currency: 'EUR',
    gross: '1.00',
    status: 'placed',
  });
  const shop = await testFeed(access(), 'shop', 'records');
  await ingestRecords(access(), shop, 'customer_identity', [{ source_id: 'c', email: 'a@example.com' }]);
  await ingestRecords(access(), shop, 'order', ['2026-06-28', '2026-06-29', '2026-06-30'].map(order));
  const ticket = { source_id: 't', opened_at: '2026-06-28T02:00:00Z' };
  await ingestRecords(access(), await testFeed(access(), 'desk', 'records'), 'ticket', [ticket]);
  await recompute(access());
  const value = async (day: string) => (await run((work) => readKpi(work, { kpi: 'D01', at: day }))).value;
  expect([await value('2026-06-29'), await value('2026-06-30')]).toEqual([0.5, 0.5]);
  await set({ pairs: { 'order→customer': 3 } });
  await recompute(access());
  expect([await value('2026-06-29'), await value('2026-06-30')]).toEqual([0.5, 0.25]);
  await recompute(access(), { full: true });
  expect([await value('2026-06-29'), await value('2026-06-30')]).toEqual([0.5, 0.25]);
});

describe('refused', () => {
  it.each([
    ['unknown_pair', 'pairs', { 'order→moon': 1 }],
    ['pair_weight_out_of_range', 'ticket→order', { 'ticket→order': 0 }],
    ['pair_weight_out_of_range', 'ticket→order', { 'ticket→order': 101 }],
    ['pair_weight_out_of_range', 'ticket→order', { 'ticket→order': Number.NaN }],
  ] as [string, string, Record<string, number>][])('with %s at %s', async (code, field, pairs) => {
    const refused = await refusal({ pairs });
    expect([refused.code, refused.field]).toEqual([code, field]);
    for (const locale of ['en', 'zh-CN'] as const) expect(sentenceOf(refused, locale)).not.toMatch(/[{}]|_weight/);
  });

  it('what was given beside an older version', async () => {
    await set({ pairs: null });
    expect((await refusal({ pairs: null, after: 0 })).code).toBe('pair_weights_changed');
  });
});
