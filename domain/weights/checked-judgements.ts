import {
  type Judgement,
  mostInconsistent,
  mostTimes,
  pairsOf,
  priorities,
  ratioText,
  worstContradiction,
} from '@/kpis/ahp';
import { isWeighed, type Level, levels } from '@/kpis/levels';
import { Refusal } from '../errors';
import { judgementTitle, levelTitle, memberTitle } from './titles';
import type { StoredLevel } from './weight-set';

/** The name of the question about two members, as a form's field and in a refusal. */
export const pairField = (level: string, a: string, b: string): string => `${level}:${a}:${b}`;

/**
 * The answers to every pair of a level, checked, with the weights that follow from them. Refusals: `weights_level_unknown`,
 * `weights_member_unknown`, `weights_times_invalid`, `weights_pair_twice`, `weights_pair_missing`, `weights_inconsistent`.
 */
export function checkedJudgements(id: string, judgements: readonly Judgement[]): StoredLevel {
  const level = levels.find((one) => one.id === id);
  if (!level || !isWeighed(level)) {
    const known = levels.filter(isWeighed).map((one) => one.id);
    throw new Refusal('weights_level_unknown', 422, { value: id.slice(0, 80), known: known.join(', ') }, 'levels');
  }
  for (const judgement of judgements) checkJudgement(level, judgement);
  const inOrder = pairsOf(level.members).map(([a, b]) => {
    const found = judgements.filter(({ more, less }) => (more === a && less === b) || (more === b && less === a));
    if (found.length === 1) return found[0]!;
    const titles = { a: memberTitle(level, a), b: memberTitle(level, b) };
    throw new Refusal(
      found.length ? 'weights_pair_twice' : 'weights_pair_missing',
      422,
      {},
      pairField(level.id, a, b),
      titles,
    );
  });
  const made = priorities(level.members, inOrder);
  if (made.ratio >= mostInconsistent) throw inconsistent(level, inOrder, made.ratio);
  return { judgements: inOrder, ...made };
}

function checkJudgement({ id, members }: Level, { more, less, times }: Judgement): void {
  for (const name of [more, less])
    if (!members.includes(name))
      throw new Refusal('weights_member_unknown', 422, { value: name.slice(0, 80), known: members.join(', ') }, id);
  if (more === less || !Number.isInteger(times) || times < 1 || times > mostTimes)
    throw new Refusal('weights_times_invalid', 422, { more, less, most: mostTimes }, pairField(id, more, less));
}

/** Says which answer fits the others least, and which would do. */
function inconsistent(level: Level, judgements: readonly Judgement[], ratio: number): Refusal {
  const worst = worstContradiction(level.members, judgements);
  if (!worst) throw new Error(`${level.id}: inconsistent (${ratio}), and no other answer would better it`);
  const { judgement, better } = worst;
  const [a, b] = pairsOf(level.members).find((pair) =>
    pair.every((m) => m === judgement.more || m === judgement.less),
  )!;
  return new Refusal(
    'weights_inconsistent',
    422,
    {
      ratio: ratioText(ratio),
      least: mostInconsistent.toFixed(2),
      after: ratioText(worst.ratio),
      enough: worst.ratio < mostInconsistent ? 'yes' : 'no',
    },
    pairField(level.id, a, b),
    { level: levelTitle(level), was: judgementTitle(level, judgement), better: judgementTitle(level, better) },
  );
}
