import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Judgement,
  mostInconsistent,
  mostMembers,
  pairsOf,
  priorities,
  ratioText,
  worstContradiction,
} from './ahp';

const judged = (more: string, less: string, times: number): Judgement => ({ more, less, times });
/** kpis.md part 4: [[1, 2, ½], [½, 1, ⅓], [2, 3, 1]]. */
const worked = [judged('a', 'b', 2), judged('c', 'a', 2), judged('c', 'b', 3)];

describe('priorities', () => {
  it('are the worked value of the rules', () => {
    const { weights, ratio } = priorities(['a', 'b', 'c'], worked);
    expect(weights.a).toBeCloseTo(0.297, 4);
    expect(weights.b).toBeCloseTo(0.1634, 4);
    expect(weights.c).toBeCloseTo(0.5396, 4);
    expect(ratio).toBeCloseTo(0.0079, 4);
  });

  it('are equal where all matter the same, and two always fit together', () => {
    expect(priorities(['a', 'b', 'c'], [])).toEqual({ weights: { a: 1 / 3, b: 1 / 3, c: 1 / 3 }, ratio: 0 });
    const { weights, ratio } = priorities(['a', 'b'], [judged('b', 'a', 9)]);
    expect(weights.b).toBeCloseTo(0.9, 12);
    expect(ratio).toBe(0);
  });

  it('come out of the most contradictory answers too', () => {
    const circle = [judged('a', 'b', 9), judged('b', 'c', 9), judged('c', 'a', 9)];
    const { weights, ratio } = priorities(['a', 'b', 'c'], circle);
    for (const weight of Object.values(weights)) expect(weight).toBeCloseTo(1 / 3, 9);
    expect(ratio).toBeGreaterThan(5);
  });

  const several = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: mostMembers });
  const names = (n: number) => Array.from({ length: n }, (_, i) => `m${i}`);

  it('give back the weights from which consistent answers were made, whatever these are', () => {
    fc.assert(
      fc.property(several, (parts) => {
        const members = names(parts.length);
        const total = parts.reduce((a, b) => a + b, 0);
        const part = (member: string) => parts[members.indexOf(member)]!;
        const all = pairsOf(members).map(([more, less]) => judged(more, less, part(more) / part(less)));
        const { weights, ratio } = priorities(members, all);
        for (const [i, member] of members.entries()) expect(weights[member]).toBeCloseTo(parts[i]! / total, 9);
        expect(ratio).toBeCloseTo(0, 9);
      }),
    );
  });

  const answered = fc.integer({ min: 2, max: 6 }).chain((n) => {
    const members = names(n);
    const pairs = pairsOf(members);
    return fc.record({
      members: fc.constant(members),
      order: fc.shuffledSubarray(members, { minLength: n }),
      answers: fc
        .array(fc.integer({ min: -8, max: 8 }), { minLength: pairs.length, maxLength: pairs.length })
        .map((steps) =>
          steps.map((step, i) => {
            const [a, b] = pairs[i]!;
            return step < 0 ? judged(b, a, 1 - step) : judged(a, b, 1 + step);
          }),
        ),
    });
  });

  it('do not depend on the order of members or answers', () => {
    fc.assert(
      fc.property(answered, ({ members, order, answers }) => {
        const one = priorities(members, answers);
        const other = priorities(order, [...answers].reverse());
        for (const member of members) expect(other.weights[member]).toBeCloseTo(one.weights[member]!, 9);
        expect(other.ratio).toBeCloseTo(one.ratio, 9);
        expect(Object.values(one.weights).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('what is named as the worst contradiction betters them when it is changed as proposed', () => {
    fc.assert(
      fc.property(answered, ({ members, answers }) => {
        const { ratio } = priorities(members, answers);
        const worst = worstContradiction(members, answers);
        if (ratio >= mostInconsistent) expect(worst).not.toBeNull();
        if (!worst) return;
        const { judgement, better } = worst;
        expect([better.more, better.less].sort()).toEqual([judgement.more, judgement.less].sort());
        const mended = priorities(
          members,
          answers.map((one) => (one === judgement ? better : one)),
        );
        expect(mended.ratio).toBeCloseTo(worst.ratio, 9);
        expect(mended.ratio).toBeLessThan(ratio);
      }),
      { numRuns: 30 },
    );
  });

  it('of one wrong way round, that one is named, with what fits', () => {
    const wrong = [
      judged('a', 'b', 2),
      judged('a', 'c', 4),
      judged('a', 'd', 8),
      judged('b', 'c', 2),
      judged('d', 'b', 4),
      judged('c', 'd', 2),
    ];
    expect(worstContradiction(['a', 'b', 'c', 'd'], wrong)).toMatchObject({
      judgement: judged('d', 'b', 4),
      better: judged('b', 'd', 4),
    });
    expect(worstContradiction(['a', 'b'], [judged('a', 'b', 3)])).toBeNull();
  });

  it('of three any could be the wrong one: an opinion is not taken back where another said nothing yet', () => {
    const one = [judged('a', 'b', 4), judged('a', 'c', 1), judged('b', 'c', 1)];
    expect(worstContradiction(['a', 'b', 'c'], one)).toMatchObject({
      judgement: judged('a', 'c', 1),
      better: judged('a', 'c', 4),
    });
  });

  it('are refused of more things than anybody can compare', () => {
    expect(() => priorities(names(mostMembers + 1), [])).toThrow('cannot be compared');
  });
});

it('a consistency ratio is told from the limit by its figures', () => {
  expect([0, 0.0079, 0.0944, 0.0996, 0.09996, 0.1, 0.104, 0.48, 6.1321].map(ratioText)).toEqual([
    ...['0.00', '0.01', '0.09', '0.0996', '0.09996', '0.10', '0.104', '0.48', '6.13'],
  ]);
});
