/**
 * The analytic hierarchy process, of one level: from how often one thing matters as much as another to what each weighs, and how
 * well the answers fit together. After T. L. Saaty, The Analytic Hierarchy Process (1980).
 */

/** `more` matters `times` as much as `less`: Saaty's scale, 1 (the same) to 9 (extremely more). The other way round is 1 / times. */
export interface Judgement {
  more: string;
  less: string;
  times: number;
}

export const mostTimes = 9;
/** From this consistency ratio on, answers contradict one another too much to be used. */
export const mostInconsistent = 0.1;

/** A consistency ratio for reading: to a hundredth, and as far as it takes to tell it from the limit. */
export function ratioText(ratio: number): string {
  const texts = [2, 3, 4, 5, 6].map((digits) => ratio.toFixed(digits));
  return texts.find((text) => Number(text) !== mostInconsistent) ?? texts[0]!;
}

/** Consistency index of random answers by number of things, 0 to 10 (Saaty 1980). */
const randomIndex = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];
/** More things than this nobody can compare with one another. */
export const mostMembers = randomIndex.length - 1;

/** Every two of the members, in their order: what there is to ask. */
export const pairsOf = (members: readonly string[]): [a: string, b: string][] =>
  members.flatMap((a, i) => members.slice(i + 1).map((b): [string, string] => [a, b]));

export interface Priorities {
  /** What each member weighs; together 1. */
  weights: Record<string, number>;
  /** Consistency ratio: 0 fits wholly, 1 is as good as random. */
  ratio: number;
}

/** The members as rows and columns: how often the one of the row matters as much as the one of the column; 1 where nobody said. */
function matrixOf(members: readonly string[], judgements: readonly Judgement[]): number[][] {
  const matrix = members.map(() => members.map(() => 1));
  for (const { more, less, times } of judgements) {
    const [i, j] = [members.indexOf(more), members.indexOf(less)];
    matrix[i]![j] = times;
    matrix[j]![i] = 1 / times;
  }
  return matrix;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/**
 * Weights from judgements of all pairs: the principal eigenvector, by power iteration, and the consistency ratio
 * (λ − n) / (n − 1) / random index. All answers are positive, so there is one such vector and the iteration comes to it.
 */
export function priorities(members: readonly string[], judgements: readonly Judgement[]): Priorities {
  const n = members.length;
  if (n > mostMembers) throw new Error(`${n} things cannot be compared with one another: at most ${mostMembers}`);
  const matrix = matrixOf(members, judgements);
  let vector = members.map(() => 1 / n);
  let lambda: number;
  let moved: number;
  do {
    const product = matrix.map((row) => sum(row.map((times, j) => times * vector[j]!)));
    lambda = sum(product);
    const next = product.map((x) => x / lambda);
    moved = Math.max(...next.map((x, i) => Math.abs(x - vector[i]!)));
    vector = next;
  } while (moved > 1e-13);
  return {
    weights: Object.fromEntries(members.map((member, i) => [member, vector[i]!])),
    ratio: n > 2 ? Math.max(0, (lambda - n) / (n - 1) / randomIndex[n]!) : 0,
  };
}

/** Every answer that a pair can have, from `a` extremely more to `b` extremely more. */
const answers = (a: string, b: string): Judgement[] =>
  Array.from({ length: 2 * mostTimes - 1 }, (_, i) => {
    const steps = i - (mostTimes - 1);
    return steps > 0 ? { more: b, less: a, times: steps + 1 } : { more: a, less: b, times: 1 - steps };
  });

/** Where an answer stands on the scale, from −8 (`less` of its names extremely more) to 8. */
const stepOf = ({ more, less, times }: Judgement): number => (more < less ? times - 1 : 1 - times);

export interface Contradiction {
  judgement: Judgement;
  /** The answer to the same question that fits best with all others. */
  better: Judgement;
  /** The consistency ratio with it. */
  ratio: number;
}

/**
 * The one judgement whose change would make the answers fit together best, and to what. Of several that would do as well, the
 * one that takes the smallest step, and of those the one that says least. Null where nothing betters them.
 */
export function worstContradiction(members: readonly string[], judgements: readonly Judgement[]): Contradiction | null {
  const now = priorities(members, judgements).ratio;
  const tried = judgements.flatMap((judgement): Contradiction[] =>
    answers(judgement.more, judgement.less).map((better) => {
      const others = judgements.map((one) => (one === judgement ? better : one));
      return { judgement, better, ratio: priorities(members, others).ratio };
    }),
  );
  const step = ({ judgement, better }: Contradiction) => Math.abs(stepOf(judgement) - stepOf(better));
  const [best] = tried.sort((a, b) =>
    Math.abs(a.ratio - b.ratio) > 1e-9 ? a.ratio - b.ratio : step(a) - step(b) || a.judgement.times - b.judgement.times,
  );
  return best && best.ratio < now - 1e-9 ? best : null;
}
