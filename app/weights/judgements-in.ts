import { textIn } from '@/app/forms/parse';
import { pairField } from '@/domain/weights/checked-judgements';
import { type Judgement, pairsOf } from '@/kpis/ahp';
import { isWeighed, levels } from '@/kpis/levels';
import { judgementOf } from './answer';

/** The answers of a form, by level. A level in which all matter the same needs none. */
export function judgementsIn(data: FormData): Record<string, Judgement[]> {
  const given = levels
    .filter(isWeighed)
    .map(({ id, members }): [string, Judgement[]] => [
      id,
      pairsOf(members).flatMap(([a, b]) => judgementOf(a, b, textIn(data, pairField(id, a, b))) ?? []),
    ]);
  return Object.fromEntries(given.filter(([, judgements]) => judgements.some(({ times }) => times > 1)));
}
