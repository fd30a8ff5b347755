import { describe, expect, it } from 'vitest';
import { kpis } from '@/kpis/catalogue';
import { scoreOf } from '@/kpis/score';
import type { Day } from '@/lib/day';
import { stages } from '@/roadmap/stages';
import { gateSetFor } from '../gates/gate-set';
import { pairWeightSetFor } from '../pair-weights/pair-weight-set';
import { noLimits } from '../tenants/access';
import { type WeightSet, type WeightSetRow, weightSetFor } from '../weights/weight-set';
import { scoreDays, scoresFrom } from './read-scores';
import type { Reading } from './reading';

const work = { limits: noLimits };
const at = '2026-06-15';
const days = scoreDays(work, at);
const before = days[1]!;

/** Readings of all KPIs that meet every condition of the first gate, with these scores. */
const readings = (scores: Record<string, number>): Reading[] =>
  kpis.map(
    (k) =>
      ({
        kpi: k.code,
        mechanism: k.mechanism,
        value: k.code === 'D01' ? 0.3 : 75,
        score: scores[k.code] ?? 80,
        lapsed: null,
        status: 'final',
        companions: {},
      }) as Reading,
  );

const set = (version: number, weights: Record<string, Record<string, number>>): WeightSet =>
  weightSetFor(work, {
    topic: 'weights',
    version,
    starts_on: '2026-01-01',
    own: Object.fromEntries(
      Object.entries(weights).map(([level, of]) => [level, { judgements: [], weights: of, ratio: 0 }]),
    ),
    reason: null,
    set_by: 'x',
    set_at: new Date(0),
  } satisfies WeightSetRow);

const none = weightSetFor(work);
const gates = new Map(stages.map(({ stage }) => [stage, gateSetFor(work, stage)]));
const on = (sets: (day: Day) => WeightSet, gatesOn: (day: Day) => typeof gates = () => gates) =>
  new Map(
    days.map((day) => [
      day,
      { weights: sets(day), anchors: new Map(), gates: gatesOn(day), pairs: pairWeightSetFor(work) },
    ]),
  );
const every = (scores: Record<string, number>) => new Map(days.map((day) => [day, readings(scores)]));
const scores = { C01: 90, C05: 5, C07: 5 };
const automationFirst = set(2, { collaboration: { automation: 0.9, 'supply-chain': 0.1 } });

describe('each day has the weights that were in force on it', () => {
  it('so a change of weights alone is a change, and says that it is theirs', () => {
    const made = scoresFrom(
      work,
      at,
      every(scores),
      on((day) => (day === at ? automationFirst : none)),
    );
    expect(made.weights.version).toBe(2);
    const [dataDriven, collaboration] = made.mechanisms;
    expect(collaboration!.score).toBeCloseTo(90 ** 0.9 * 5 ** 0.1, 9);
    expect(collaboration!.change).toBeCloseTo(90 ** 0.9 * 5 ** 0.1 - Math.sqrt(90 * 5), 9);
    expect(collaboration!.changeByWeights).toBeCloseTo(collaboration!.change!, 9);
    // What the change of weights did not touch has none.
    expect(dataDriven).toMatchObject({ change: 0, changeByWeights: 0 });
    expect(made.index.changeByWeights).toBeCloseTo(made.index.change!, 9);
  });

  it('beside what the values did', () => {
    const values = new Map(days.map((day) => [day, readings(day === before ? { ...scores, C01: 60 } : scores)]));
    const { mechanisms } = scoresFrom(
      work,
      at,
      values,
      on((day) => (day === at ? automationFirst : none)),
    );
    const [, { change, changeByWeights }] = mechanisms as [unknown, { change: number; changeByWeights: number }];
    expect(changeByWeights).toBeCloseTo(90 ** 0.9 * 5 ** 0.1 - Math.sqrt(90 * 5), 9);
    expect(change - changeByWeights).toBeCloseTo(Math.sqrt(90 * 5) - Math.sqrt(60 * 5), 9);
  });

  it('with the same weights on both days nothing is theirs', () => {
    const made = scoresFrom(
      work,
      at,
      every(scores),
      on(() => automationFirst),
    );
    expect([made.index.changeByWeights, ...made.mechanisms.map((m) => m.changeByWeights)]).toEqual([0, 0, 0, 0]);
  });

  it('and anchors likewise: what other anchors have done is told apart from what other weights have', () => {
    // As if nothing had been measured otherwise: the same value, scored by other anchors.
    const own = { floor: 0, pass: 50, target: 100 };
    const earlier = { anchors: { floor: 50, pass: 75, target: 100 } };
    const values = every(scores);
    values.set(
      at,
      values
        .get(at)!
        .map((r) => (r.kpi === 'C01' ? { ...r, score: scoreOf(75, own), anchors: { anchors: own } } : r) as Reading),
    );
    values.set(
      before,
      values.get(before)!.map((r) => (r.kpi === 'C01' ? { ...r, score: 60, anchors: earlier } : r) as Reading),
    );
    const made = scoresFrom(
      work,
      at,
      values,
      on((day) => (day === at ? automationFirst : none)),
    );
    const [, { change, changeByWeights, changeByAnchors }] = made.mechanisms as [
      unknown,
      { change: number; changeByWeights: number; changeByAnchors: number },
    ];
    expect(changeByAnchors).toBeCloseTo(80 ** 0.9 * 5 ** 0.1 - 60 ** 0.9 * 5 ** 0.1, 9);
    expect(changeByWeights).toBeCloseTo(60 ** 0.9 * 5 ** 0.1 - Math.sqrt(60 * 5), 9);
    expect(change).toBeCloseTo(changeByAnchors + changeByWeights, 9);
  });

  it('and the months of a gate what was asked in them', () => {
    const easy = new Map(gates).set(1, { ...gates.get(1)!, conditions: [{ kpi: 'C01', atLeast: 50 }] });
    const state = (gatesOn: (day: Day) => typeof gates) =>
      scoresFrom(
        work,
        at,
        every(scores),
        on(() => none, gatesOn),
      ).stage.gates[0]!;
    expect(state(() => gates)).toMatchObject({ state: 'open', total: 11 });
    expect(state((day) => (day >= '2026-04-01' ? easy : gates))).toMatchObject({ state: 'passed', total: 1 });
    // Set today: no month is passed by it in hindsight.
    expect(state((day) => (day === at ? easy : gates))).toMatchObject({ state: 'open', met: 1, total: 1 });
  });

  it('the months of a gate too: what was passed by the weights of then stays passed', () => {
    const state = (sets: (day: Day) => WeightSet) =>
      scoresFrom(work, at, every(scores), on(sets)).stage.gates[0]!.state;
    // Equal weights: √(90 × 5) is below the 35 that the gate asks of a mechanism.
    expect(state(() => none)).toBe('open');
    expect(state((day) => (day >= '2026-04-01' && day < at ? automationFirst : none))).toBe('passed_as_measured');
    expect(state((day) => (day < '2026-04-01' ? automationFirst : none))).toBe('regressed');
    expect(state((day) => (day === at ? automationFirst : none))).toBe('open');
  });
});

it('a score is held against an earlier one only where each of its values could be', () => {
  const begins = '2026-05-04';
  const values = new Map(days.map((day) => [day, readings(day === before ? { C01: 60 } : {})]));
  const covered = (day: Day, share: number) =>
    values.set(
      day,
      values.get(day)!.map((r) => (r.kpi === 'C01' ? { ...r, begins, covered: share } : r)),
    );
  covered(at, 1);
  const made = () =>
    scoresFrom(
      work,
      at,
      values,
      on(() => none),
    );
  covered(before, 0.8);
  expect(made().mechanisms[1]).toMatchObject({ begins: null });
  expect(made().mechanisms[1]!.change).toBeGreaterThan(0);
  covered(before, 0.79);
  expect(made().mechanisms[1]).toMatchObject({ change: null, begins });
  expect(made().index).toMatchObject({ change: null, begins });
  expect(made().mechanisms[0]).toMatchObject({ change: 0, begins: null });
});

it('what has no score counts in none: a mechanism of which too little is measured keeps no index from its change', () => {
  const values = new Map(
    days.map((day) => [
      day,
      readings(day === before ? { D01: 60 } : {}).map((r) =>
        r.mechanism !== 'collaboration'
          ? r
          : r.kpi === 'C01'
            ? { ...r, begins: '2026-05-04', covered: day === at ? 1 : 0.5 }
            : { ...r, value: null, score: null },
      ),
    ]),
  );
  const { index, mechanisms } = scoresFrom(
    work,
    at,
    values,
    on(() => none),
  );
  expect(mechanisms[1]).toMatchObject({ score: null, change: null, begins: null });
  expect(index.begins).toBeNull();
  expect(index.change).toBeGreaterThan(0);
});
