import { type Judgement, mostTimes } from '@/kpis/ahp';

/** Both matter the same. */
export const same = 'same';

/** A judgement of two as a form sends it: which of them matters more, and how often as much. */
export const answerOf = ({ more, times }: Pick<Judgement, 'more' | 'times'>, a: string): string =>
  times === 1 ? same : `${more === a ? 'first' : 'second'}-${times}`;

/** What a form says of two; undefined for what no form of ours sends. */
export function judgementOf(a: string, b: string, answer: string): Judgement | undefined {
  if (answer === same) return { more: a, less: b, times: 1 };
  const [, side, times] = /^(first|second)-([2-9])$/.exec(answer) ?? [];
  if (!side) return undefined;
  return side === 'first' ? { more: a, less: b, times: Number(times) } : { more: b, less: a, times: Number(times) };
}

/** Every answer, from the first extremely more to the second extremely more. */
export const answers: readonly string[] = [
  ...Array.from({ length: mostTimes - 1 }, (_, i) => `first-${mostTimes - i}`),
  same,
  ...Array.from({ length: mostTimes - 1 }, (_, i) => `second-${i + 2}`),
];
