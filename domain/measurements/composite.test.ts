import { describe, expect, it } from 'vitest';
import { kpis } from '@/kpis/catalogue';
import { weightsFrom } from '@/kpis/weights';
import { scoresOf } from './composite';
import type { Reading } from './reading';

/** Readings of all KPIs with these scores; a KPI that is not named is empty. */
function readings(scores: Record<string, number>, lapsed: Record<string, number> = {}): Reading[] {
  return kpis.map(
    (k) =>
      ({
        kpi: k.code,
        mechanism: k.mechanism,
        score: scores[k.code] ?? null,
        lapsed: lapsed[k.code] ?? null,
        anchors: { anchors: k.anchors },
        reason: k.code in scores ? null : 'feed_missing',
      }) as Reading,
  );
}
const all = { D01: 90, D06: 80, C01: 40, C05: 20, C07: 80, E01: 60, E07: 100 };
const mechanism = (of: Reading[], name: string) => scoresOf(of).mechanisms.find((m) => m.mechanism === name)!;

describe('a mechanism', () => {
  it('is the geometric mean of its groups’ arithmetic means, with what it hides', () => {
    const made = mechanism(readings(all), 'collaboration');
    expect(made.score).toBeCloseTo(Math.sqrt(40 * 50), 9);
    expect(made).toMatchObject({ coverage: 100, empty: 0, spread: 60, lowest: { kpi: 'C05', score: 20 } });
    expect(made.worst.map((w) => w.kpi)).toEqual(['C05', 'C01', 'C07']);
    expect(made.groups.map((g) => [g.group, g.score])).toEqual([
      ['automation', 40],
      ['supply-chain', 50],
    ]);
  });

  it('has no score below 60 % coverage, and a zero counts as one', () => {
    const { C05: _, C07: __, ...few } = all;
    expect(mechanism(readings(few), 'collaboration')).toMatchObject({
      score: null,
      reason: 'insufficient_evidence',
      empty: 2,
    });
    expect(mechanism(readings({ ...all, E01: 0 }), 'ecosystem').score).toBeCloseTo(Math.sqrt(1 * 100), 9);
  });

  it('moves the weight of what is empty to its siblings', () => {
    const { C05: _, ...rest } = all;
    expect(mechanism(readings(rest), 'collaboration').score).toBeCloseTo(Math.sqrt(40 * 80), 9);
  });
});

describe('a feed that fell silent', () => {
  it('raises no score: neither its group’s, nor its mechanism’s, nor the index', () => {
    const { C05: _, ...rest } = all;
    const [before, after] = [scoresOf(readings(all)), scoresOf(readings(rest, { C05: 30 }))];
    // Its last value was 30 %: score 0.
    expect(after.index.score!).toBeLessThan(before.index.score!);
    const collaboration = after.mechanisms[1]!;
    expect(collaboration.score).toBeCloseTo(Math.sqrt(40 * 40), 9);
    expect(collaboration).toMatchObject({ empty: 1, lowest: { kpi: 'C01' } });
    expect(collaboration.coverage).toBeCloseTo(200 / 3, 9);
  });

  it('may lower one: what was good is gone', () => {
    const { C07: _, ...rest } = all;
    expect(mechanism(readings(rest, { C07: 98 }), 'collaboration').score).toBeCloseTo(Math.sqrt(40 * 20), 9);
  });

  it('raises no index by taking a whole mechanism away', () => {
    const { C05: _, C07: __, ...few } = all;
    const after = scoresOf(readings(few, { C05: 30, C07: 70 }));
    expect(after.mechanisms[1]!.score).toBeNull();
    const whole = scoresOf(readings({ ...few, C05: 0, C07: 0 })).index.score!;
    expect(after.index.score).toBeCloseTo(whole, 9);
  });
});

describe('with weights of the firm’s own', () => {
  const weights = weightsFrom({
    index: { 'data-driven': 0.5, collaboration: 0.3, ecosystem: 0.2 },
    collaboration: { automation: 0.2, 'supply-chain': 0.8 },
    'collaboration/supply-chain': { C05: 0.25, C07: 0.75 },
  });
  const scores = (of: Reading[]) => scoresOf(of, weights);
  const supplyChain = 0.25 * 20 + 0.75 * 80;
  const collaboration = 40 ** 0.2 * supplyChain ** 0.8;
  const dataDriven = Math.sqrt(90 * 80);
  const ecosystem = Math.sqrt(60 * 100);

  it('groups, mechanisms and the index are weighted means', () => {
    const { index, mechanisms } = scores(readings(all));
    expect(mechanisms[1]!.groups.map((g) => g.score)).toEqual([40, supplyChain]);
    expect(mechanisms.map((m) => m.score!.toFixed(9))).toEqual(
      [dataDriven, collaboration, ecosystem].map((score) => score.toFixed(9)),
    );
    expect(index.score).toBeCloseTo(dataDriven ** 0.5 * collaboration ** 0.3 * ecosystem ** 0.2, 9);
    expect(index.coverage).toBeCloseTo(100, 9);
  });

  it('what is empty leaves its weight to its siblings, and coverage falls by it', () => {
    const { C07: _, ...without } = all;
    const { index, mechanisms } = scores(readings(without));
    const [group] = mechanisms[1]!.groups.slice(1);
    expect(group).toMatchObject({ score: 20, empty: 1 });
    expect(group!.coverage).toBeCloseTo(25, 9);
    // Beside equal shares: C01 0.4, C05 1.6 × 0.5, C07 1.6 × 1.5.
    expect(mechanisms[1]!.coverage).toBeCloseTo((100 * 1.2) / 3.6, 9);
    expect(mechanisms[1]).toMatchObject({ score: null, reason: 'insufficient_evidence' });
    // Mechanisms 1.5, 0.9, 0.6 of two, three and two KPIs.
    expect(index.coverage).toBeCloseTo((100 * (1.5 * 2 + 0.9 * 1.2 + 0.6 * 2)) / (1.5 * 2 + 0.9 * 3.6 + 0.6 * 2), 9);
    expect(index.score).toBeCloseTo((dataDriven ** 0.5 * ecosystem ** 0.2) ** (1 / 0.7), 9);
  });

  it('little evidence is enough where it weighs much, and much is not where it weighs little', () => {
    const { C01: _, C05: __, ...heavy } = all;
    expect(scores(readings(heavy)).mechanisms[1]!.coverage).toBeCloseTo((100 * 2.4) / 3.6, 9);
    expect(scores(readings(heavy)).mechanisms[1]!.score).toBeCloseTo(80, 9);
    expect(scoresOf(readings(heavy)).mechanisms[1]!.score).toBeNull();
  });

  it('nobody gains by disconnecting, whatever weighs most', () => {
    const { C05: _, ...rest } = all;
    const poor = { C05: 30 };
    const [before, after] = [scores(readings({ ...all, C05: 0 })), scores(readings(rest, poor))];
    expect(after.mechanisms[1]!.score).toBeCloseTo(before.mechanisms[1]!.score!, 9);
    expect(after.mechanisms[1]!.groups[1]!.score).toBeCloseTo(0.75 * 80, 9);
    expect(after.index.score).toBeCloseTo(before.index.score!, 9);
  });

  it('where the members of a level are others than were weighed, they weigh the same', () => {
    const outdated = weightsFrom({ 'collaboration/supply-chain': { C05: 0.5, C06: 0.3, C07: 0.2 } });
    expect(scoresOf(readings(all), outdated)).toEqual(scoresOf(readings(all)));
    expect(scoresOf(readings(all), weightsFrom({ collaboration: { automation: 1 } }))).toEqual(scoresOf(readings(all)));
  });
});
