import { describe, expect, it } from 'vitest';
import type { Judgement } from '@/kpis/ahp';
import { isWeighed, levels } from '@/kpis/levels';
import { equalWeights } from '@/kpis/weights';
import type { Day } from '@/lib/day';
import { rulesOn } from '../rules/rules-on';
import { testRule } from '../rules/test-rule';
import { sentenceOf } from '../sentence';
import type { Access, Limits } from '../tenants/access';
import { listWeightSets, readWeightSet, readWeights } from './read-weights';
import { setWeights } from './set-weights';
import { weightsOf } from './weight-set';

const { access, at, run, set, refusal } = testRule(setWeights);

const judged = (more: string, less: string, times: number): Judgement => ({ more, less, times });
/** kpis.md part 4, of the three mechanisms. */
const mechanisms = [
  judged('data-driven', 'collaboration', 2),
  judged('ecosystem', 'data-driven', 2),
  judged('ecosystem', 'collaboration', 3),
];
const supplyChain = { 'collaboration/supply-chain': [judged('C07', 'C05', 3)] };

describe('a version', () => {
  it('before the first all weigh the same', async () => {
    const none = await run((work) => readWeights(work));
    expect(none).toMatchObject({ version: 0, startsOn: null, setBy: null, setAt: null, reason: null });
    expect(none.levels.map((l) => [l.level, l.basis])).toEqual(levels.map((l) => [l.id, 'equal']));
    expect(weightsOf(none)).toEqual(equalWeights);
    expect(await run((work) => listWeightSets(work))).toEqual({ data: [], next: null });
  });

  it('keeps the answers beside the weights that follow from them', async () => {
    at('2026-05-04T20:00:00Z');
    const made = await set({ levels: { index: mechanisms, ...supplyChain }, reason: '  Own brand first ' });
    // Four in the morning in Shanghai.
    expect(made).toMatchObject({ version: 1, startsOn: '2026-05-05', reason: 'Own brand first', setBy: 'job:test' });
    const [index] = made.levels;
    expect(index).toMatchObject({ level: 'index', basis: 'judged', judgements: mechanisms });
    expect(index!.weights['data-driven']).toBeCloseTo(0.297, 4);
    expect(index!.weights.collaboration).toBeCloseTo(0.1634, 4);
    expect(index!.weights.ecosystem).toBeCloseTo(0.5396, 4);
    expect(index!.ratio).toBeCloseTo(0.0079, 4);
    const found = made.levels.find((l) => l.level === 'collaboration/supply-chain')!;
    expect(found.weights).toEqual({ C05: expect.closeTo(0.25, 9), C07: expect.closeTo(0.75, 9) });
    expect(made.levels.find((l) => l.level === 'ecosystem')).toMatchObject({ basis: 'equal', judgements: [] });
    // As text, for the database gives back the members in an order of its own.
    expect(JSON.stringify(await run((work) => readWeights(work)))).toBe(JSON.stringify(made));
    expect(made.levels.map((l) => Object.keys(l.weights))).toEqual(levels.map((l) => l.members));
    expect(await run((work) => readWeightSet(work, 1))).toEqual(made);
    const [entry] = await run((work) =>
      work.query<{ detail: object; before: object | null; after: object }>(
        "select detail, before, after from app.audit_entries where tenant_id = $1 and fact = 'weights.set'",
        [work.tenant.id],
      ),
    );
    expect(entry).toMatchObject({
      detail: { version: 1 },
      before: null,
      after: {
        startsOn: '2026-05-05',
        reason: 'Own brand first',
        weights: { index: { 'data-driven': '29.7%', collaboration: '16.3%', ecosystem: '54.0%' } },
      },
    });
  });

  it('is in force from its day on, by the firm’s zone; of two on one day the later; none is lost', async () => {
    at('2026-05-04T10:00:00Z');
    await set({ levels: { index: mechanisms } });
    at('2026-05-10T10:00:00Z');
    await set({ levels: supplyChain });
    await set({ levels: {}, reason: 'Back to equal' });
    const on = await run((work) =>
      rulesOn(work, ['2026-05-03', '2026-05-04', '2026-05-09', '2026-05-10', '2027-01-01', '2026-05-04']),
    );
    expect([...on].map(([day, { weights }]) => [day, weights.version])).toEqual([
      ['2026-05-03', 0],
      ['2026-05-04', 1],
      ['2026-05-09', 1],
      ['2026-05-10', 3],
      ['2027-01-01', 3],
    ]);
    expect(weightsOf(on.get('2026-05-10')!.weights)).toEqual(equalWeights);
    const version = async (day: Day) => (await run((work) => readWeights(work, { at: day }))).version;
    expect(await version('2026-05-09')).toBe(1);
    const first = await run((work) => listWeightSets(work, { limit: 2 }));
    expect(first.data.map((one) => one.version)).toEqual([3, 2]);
    expect(first.next).toBe(2);
    const last = await run((work) => listWeightSets(work, { limit: 2, before: first.next! }));
    expect([last.data.map((one) => one.version), last.next]).toEqual([[1], null]);
  });

  it('stays as it is: nobody changes or deletes one', async () => {
    await set({ levels: {} });
    for (const text of ['update app.rules set reason = null', 'delete from app.rules'])
      await expect(run((work) => work.execute(`${text} where tenant_id = $1`, [work.tenant.id]))).rejects.toMatchObject(
        { code: '42501' },
      );
  });

  it('counts no more on a level that has other members now, and says so', async () => {
    const stored = { judgements: [judged('C05', 'C06', 9)], weights: { C05: 0.9, C06: 0.1 }, ratio: 0 };
    await run((work) =>
      work.execute(
        `insert into app.rules (tenant_id, topic, version, starts_on, own, set_by, set_at) values ($1, 'weights', 1, '2026-01-01', $2, 'x', now())`,
        [work.tenant.id, JSON.stringify({ 'collaboration/supply-chain': stored, 'collaboration/gone': stored })],
      ),
    );
    const { levels: told } = await run((work) => readWeights(work));
    expect(told.find((l) => l.level === 'collaboration/supply-chain')).toMatchObject({
      basis: 'outdated',
      weights: { C05: 0.5, C07: 0.5 },
      judgements: [],
      ratio: null,
    });
    expect(told.map((l) => l.level)).toEqual(levels.map((l) => l.id));
  });

  it('tells readers with limits of what they see, and not the words about the whole firm', async () => {
    await set({ levels: { index: mechanisms, ...supplyChain }, reason: 'Secret' });
    const told = (limits: Partial<Limits>) =>
      run((work) => readWeights(work), { ...access(), limits: { channels: null, mechanisms: null, ...limits } });
    const ecosystem = await told({ mechanisms: ['ecosystem'] });
    expect(ecosystem.levels.map((l) => l.mechanism)).toEqual(['ecosystem', 'ecosystem', 'ecosystem']);
    const north = await told({ channels: ['north'] });
    expect(north.levels.map((l) => l.level)).toEqual(levels.slice(1).map((l) => l.id));
    expect([ecosystem.reason, north.reason, ecosystem.version]).toEqual([null, null, 1]);
  });
});

describe('refused', () => {
  it('is what contradicts itself, with the answer that fits least and one that would fit', async () => {
    const circle = [
      judged('data-driven', 'collaboration', 3),
      judged('collaboration', 'ecosystem', 2),
      judged('ecosystem', 'data-driven', 4),
    ];
    const refused = await refusal({ levels: { index: circle } });
    expect(refused).toMatchObject({ code: 'weights_inconsistent', status: 422 });
    const sentence = sentenceOf(refused, 'en');
    expect(sentence).toMatch(
      /^The index: these answers contradict one another \(consistency ratio \d\.\d\d; below 0\.10/,
    );
    expect(sentence).toMatch(/“.+” fits the others least; “.+” would fit \(0\.0\d\)\.$/);
    expect(sentenceOf(refused, 'zh-CN')).toMatch(/^综合指数：.*一致性比率.*最不一致的是“.+”；改为“.+”即可/);
    expect(refused.field).toMatch(/^index:/);
    expect((await run((work) => readWeights(work))).version).toBe(0);
  });

  it.each([
    ['weights_level_unknown', { nowhere: mechanisms }],
    // A group of one has nothing to weigh.
    ['weights_level_unknown', { 'collaboration/automation': [] }],
    ['weights_member_unknown', { index: [judged('data-driven', 'luck', 2)] }],
    ['weights_times_invalid', { index: [judged('data-driven', 'ecosystem', 10)] }],
    ['weights_times_invalid', { index: [judged('data-driven', 'ecosystem', 0.5)] }],
    ['weights_times_invalid', { index: [judged('ecosystem', 'ecosystem', 1)] }],
    ['weights_pair_missing', { index: mechanisms.slice(1) }],
    ['weights_pair_missing', { ecosystem: [] }],
    ['weights_pair_twice', { index: [...mechanisms, judged('collaboration', 'data-driven', 1)] }],
  ])('with %s', async (code, given) => {
    const refused = await refusal({ levels: given });
    expect(refused.code).toBe(code);
    for (const locale of ['en', 'zh-CN'] as const) expect(sentenceOf(refused, locale)).not.toMatch(/[{}]|weights_/);
  });

  it('a reason that is too long', async () => {
    expect((await refusal({ levels: {}, reason: 'x'.repeat(301) })).code).toBe('text_too_long');
  });

  it('what was answered beside an older version', async () => {
    await set({ levels: {}, after: 0 });
    expect((await refusal({ levels: {}, after: 0 })).code).toBe('weights_changed');
    await set({ levels: { index: mechanisms }, after: 1 });
    expect((await run((work) => readWeights(work))).version).toBe(2);
  });

  it('the second of two who set the same version at once', async () => {
    const both = await Promise.allSettled([set({ levels: {}, after: 0 }), set({ levels: {}, after: 0 })]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected')!;
    expect((lost as PromiseRejectedResult).reason).toMatchObject({ code: 'weights_changed', status: 409 });
  });

  it('an analyst, and whoever sees a part of the firm only', async () => {
    const as = (change: Partial<Access>) => run((work) => setWeights(work, { levels: {} }), { ...access(), ...change });
    const analyst = { ...access().actor, role: 'analyst' as const };
    await expect(as({ actor: analyst })).rejects.toMatchObject({ code: 'forbidden' });
    const limits = { channels: ['north'], mechanisms: null };
    await expect(as({ limits })).rejects.toMatchObject({ code: 'limited' });
  });
});

it('every question that there is can be answered', async () => {
  const asked = levels.filter(isWeighed);
  expect(asked.length).toBeGreaterThan(0);
  const all = Object.fromEntries(
    asked.map(({ id, members }) => [id, members.flatMap((a, i) => members.slice(i + 1).map((b) => judged(a, b, 1)))]),
  );
  expect(weightsOf(await set({ levels: all }))).toEqual(
    Object.fromEntries(
      Object.entries(equalWeights).map(([id, weights]) => [
        id,
        Object.fromEntries(Object.entries(weights).map(([m, w]) => [m, expect.closeTo(w, 12)])),
      ]),
    ),
  );
});
