import { beforeEach, describe, expect, it } from 'vitest';
import { findKpi, kpis } from '@/kpis/catalogue';
import { scoreOf } from '@/kpis/score';
import { addDays } from '@/lib/day';
import { readKpi } from '../measurements/read-kpi';
import { readScores } from '../measurements/read-scores';
import { readToday } from '../measurements/read-today';
import { recompute } from '../measurements/recompute';
import { testRule } from '../rules/test-rule';
import { sentenceOf } from '../sentence';
import { ingestRecords, testFeed } from '../test-tenant';
import { listAnchorSets, listAnchors, readAnchors } from './read-anchors';
import { setAnchors } from './set-anchors';

const { access, at, run, set, refusal } = testRule(setAnchors);

const declared = findKpi('C01')!.anchors;
const strict = { floor: 40, pass: 80, target: 100 };
const mild = { floor: 0, pass: 20, target: 60 };

describe('a version', () => {
  it('before the first the declared ones hold', async () => {
    const none = await run((work) => readAnchors(work, { kpi: 'C01' }));
    expect(none).toMatchObject({ version: 0, startsOn: null, setBy: null, own: null, anchors: declared });
    const all = await run(listAnchors);
    expect(all.map((one) => [one.kpi, one.set.anchors])).toEqual(kpis.map((k) => [k.code, k.anchors]));
  });

  it('holds from its day on, by the firm’s zone; of two on one day the later; the default again is one too', async () => {
    at('2026-05-04T20:00:00Z');
    const made = await set({ kpi: 'automation-coverage', anchors: strict, reason: ' Peak season ' });
    expect(made).toMatchObject({ version: 1, startsOn: '2026-05-05', reason: 'Peak season', own: strict });
    at('2026-05-10T10:00:00Z');
    await set({ kpi: 'C01', anchors: mild });
    await set({ kpi: 'C01', anchors: null, after: 2 });
    const told = async (day: string) => {
      const { version, anchors } = await run((work) => readAnchors(work, { kpi: 'C01', at: day }));
      return [version, anchors];
    };
    expect(await told('2026-05-04')).toEqual([0, declared]);
    expect(await told('2026-05-09')).toEqual([1, strict]);
    expect(await told('2026-05-10')).toEqual([3, declared]);
    const first = await run((work) => listAnchorSets(work, { kpi: 'C01', limit: 2 }));
    expect([first.data.map((one) => one.own), first.next]).toEqual([[null, mild], 2]);
    // Each KPI has versions of its own.
    expect((await set({ kpi: 'D06', anchors: { floor: 0, pass: 20, target: 40 } })).version).toBe(1);
    const [entry] = await run((work) =>
      work.query<{ detail: object; before: object | null; after: object }>(
        "select detail, before, after from app.audit_entries where tenant_id = $1 and fact = 'anchors.set' order by at limit 1",
        [work.tenant.id],
      ),
    );
    expect(entry).toEqual({
      detail: { kpi: 'C01', version: 1 },
      before: null,
      after: { startsOn: '2026-05-05', reason: 'Peak season', anchors: strict },
    });
  });
});

describe('refused', () => {
  it.each([
    ['anchors_of_source', undefined, { kpi: 'C07', anchors: strict }],
    ['anchors_out_of_range', 'target', { kpi: 'C01', anchors: { ...strict, target: 101 } }],
    ['anchors_out_of_range', 'floor', { kpi: 'C01', anchors: { ...strict, floor: -1 } }],
    ['anchors_out_of_range', 'pass', { kpi: 'C01', anchors: { ...strict, pass: Number.NaN } }],
    ['anchors_order_higher', 'pass', { kpi: 'C01', anchors: { ...strict, pass: 40 } }],
    ['anchors_order_higher', 'target', { kpi: 'C01', anchors: { ...strict, target: 70 } }],
    ['anchors_order_lower', 'pass', { kpi: 'D01', anchors: { floor: 0.1, pass: 0.3, target: 0.2 } }],
    ['anchors_out_of_range', 'floor', { kpi: 'D01', anchors: { floor: 1.5, pass: 0.3, target: 0.2 } }],
    ['not_found', undefined, { kpi: 'X99', anchors: null }],
    ['text_too_long', 'reason', { kpi: 'C01', anchors: null, reason: 'x'.repeat(301) }],
  ])('with %s at %s', async (code, field, input) => {
    const refused = await refusal(input);
    expect([refused.code, refused.field]).toEqual([code, field]);
    for (const locale of ['en', 'zh-CN'] as const) expect(sentenceOf(refused, locale)).not.toMatch(/[{}]|anchors_/);
  });

  it('what was given beside an older version', async () => {
    await set({ kpi: 'C01', anchors: strict, after: 0 });
    expect((await refusal({ kpi: 'C01', anchors: mild, after: 0 })).code).toBe('anchors_changed');
  });

  it('an analyst', async () => {
    const analyst = { ...access(), actor: { ...access().actor, role: 'analyst' as const } };
    await expect(run((work) => setAnchors(work, { kpi: 'C01', anchors: null }), analyst)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('scores', () => {
  const today = '2026-06-30';
  /** Half of all steps are automated, on every day. */
  const steps = Array.from({ length: 70 }, (_, age) =>
    [0, 1].map((n) => ({
      case_id: `case-${age}-${n}`,
      process: 'fulfilment',
      step: 'handle',
      resource_kind: n ? 'human' : 'system',
      started_at: `${addDays(today, -age)}T10:00:0${n}+08:00`,
    })),
  ).flat();
  const told = (view: Awaited<ReturnType<typeof readToday>>) => view.readings.find((r) => r.kpi === 'C01')!;

  beforeEach(async () => {
    at(`${today}T10:00:00Z`);
    await ingestRecords(access(), await testFeed(access(), 'Steps', 'records'), 'process_event', steps);
    await recompute(access());
  });

  it('of a day are made by the anchors of that day, and what they alone have done is told', async () => {
    const before = await run((work) => readToday(work));
    expect(told(before)).toMatchObject({ value: 50, score: scoreOf(50, declared) });
    await set({ kpi: 'C01', anchors: mild });
    const after = await run((work) => readToday(work));
    expect(told(after)).toMatchObject({ value: 50, score: scoreOf(50, mild), anchors: { own: mild } });
    // Nothing was measured otherwise, so nothing moved.
    expect(after.changes).toEqual(before.changes);
    const yesterday = await run((work) => readKpi(work, { kpi: 'C01', at: addDays(today, -1) }));
    expect(yesterday).toMatchObject({ score: scoreOf(50, declared), anchors: { own: null, version: 0 } });
    const group = (scores: Awaited<ReturnType<typeof readScores>>) =>
      scores.mechanisms[1]!.groups.find((g) => g.group === 'automation')!;
    expect(group(await run((work) => readScores(work))).score).toBeCloseTo(scoreOf(50, mild), 9);
    expect(group(await run((work) => readScores(work, { at: addDays(today, -1) }))).score).toBeCloseTo(
      scoreOf(50, declared),
      9,
    );
  });

  it('are the same to the last digit where the declared ones are set as own', async () => {
    const before = await run((work) => readScores(work));
    await set({ kpi: 'C01', anchors: declared });
    const after = await run((work) => readScores(work));
    expect([after.index, after.mechanisms, after.stage]).toEqual([before.index, before.mechanisms, before.stage]);
  });
});
