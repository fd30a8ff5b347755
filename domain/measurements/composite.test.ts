import { describe, expect, it } from 'vitest';
import { kpis } from '@/kpis/catalogue';
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
