import { describe, expect, it } from 'vitest';
import type { Condition } from '@/roadmap/gate';
import { stages } from '@/roadmap/stages';
import { testRule } from '../rules/test-rule';
import { sentenceOf } from '../sentence';
import type { Limits } from '../tenants/access';
import { listGateSets, readGates } from './read-gates';
import { setGate } from './set-gate';

const { access, at, run, set, refusal } = testRule(setGate);

const own: Condition[] = [
  { kpi: 'C07', atLeast: 95 },
  { kpi: 'D02', atLeast: 85 },
  { mechanism: 'ecosystem', score: 20, coverage: 0 },
];

it('before the first version, and after the way back, the default is asked', async () => {
  const defaults = stages.map(({ stage, gate }) => ({ stage, version: 0, own: null, conditions: gate.conditions }));
  expect(await run(readGates)).toMatchObject(defaults);
  at('2026-05-04T20:00:00Z');
  expect(await set({ stage: 1, conditions: own, reason: 'Promises first' })).toMatchObject({ version: 1, own });
  at('2026-05-10T10:00:00Z');
  await set({ stage: 1, conditions: null, after: 1 });
  const told = async (day: string) => (await run((work) => readGates(work, { at: day }))).map((g) => g.conditions);
  const [, second, third] = stages.map(({ gate }) => gate.conditions);
  expect(await told('2026-05-04')).toEqual(defaults.map((g) => g.conditions));
  expect(await told('2026-05-05')).toEqual([own, second, third]);
  expect(await told('2026-05-10')).toEqual(defaults.map((g) => g.conditions));
  const { data } = await run((work) => listGateSets(work, { stage: 1 }));
  expect(data.map(({ version, own }) => [version, own])).toEqual([
    [2, null],
    [1, own],
  ]);
  expect((await run((work) => listGateSets(work, { stage: 2 }))).data).toEqual([]);
});

it('readers with limits get what is asked of the mechanisms that they see', async () => {
  await set({ stage: 1, conditions: own, reason: 'Secret' });
  const limits: Limits = { channels: null, mechanisms: ['ecosystem'] };
  const [first, second] = await run(readGates, { ...access(), limits });
  expect(first).toMatchObject({ reason: null, conditions: own.slice(2) });
  expect(second!.conditions).toEqual([{ mechanism: 'ecosystem', score: 50, coverage: 75 }]);
});

describe('refused', () => {
  it.each([
    ['gate_empty', undefined, []],
    ['gate_kpi_unknown', 'X9:atLeast', [{ kpi: 'X9', atLeast: 1 }]],
    // Asked for by no default, and not declared.
    ['gate_kpi_unknown', 'D12:atLeast', [{ kpi: 'D12', atLeast: 1 }]],
    ['gate_kpi_unknown', 'on-time-in-full:atLeast', [{ kpi: 'on-time-in-full', atLeast: 1 }]],
    ['gate_companion_unknown', 'C07:above:x', [{ kpi: 'C07', companion: 'x', above: 0 }]],
    ['gate_twice', 'C07:atLeast', [own[0]!, { kpi: 'C07', atLeast: 3 }]],
    ['gate_bound_out_of_range', 'C07:atLeast', [{ kpi: 'C07', atLeast: 101 }]],
    ['gate_bound_out_of_range', 'D01:atMost', [{ kpi: 'D01', atMost: Number.NaN }]],
    ['gate_bound_out_of_range', 'ecosystem:score', [{ mechanism: 'ecosystem', score: 20, coverage: 120 }]],
    ['gate_too_long', undefined, Array(61).fill(own[0])],
  ] as [string, string | undefined, Condition[]][])('with %s at %s', async (code, field, conditions) => {
    const refused = await refusal({ stage: 1, conditions });
    expect([refused.code, refused.field]).toEqual([code, field]);
    for (const locale of ['en', 'zh-CN'] as const) expect(sentenceOf(refused, locale)).not.toMatch(/[{}]|gate_/);
  });

  it('a stage that is none', async () => {
    expect((await refusal({ stage: 4 as never, conditions: null })).code).toBe('not_found');
  });

  it('what was given beside an older version', async () => {
    await set({ stage: 3, conditions: own, after: 0 });
    const refused = await refusal({ stage: 3, conditions: own, after: 0 });
    expect(refused.code).toBe('gate_changed');
    expect(sentenceOf(refused, 'zh-CN')).not.toContain('gate_');
  });
});
