import type { Judgement } from '@/kpis/ahp';
import { addVersion } from '../rules/add-version';
import type { Work } from '../work';
import { checkedJudgements } from './checked-judgements';
import { type StoredLevel, type WeightSet, type WeightSetRow, weightSetFor } from './weight-set';

export interface NewWeights {
  /** Answers to every pair, by level. The members of a level that is left out weigh the same. */
  levels: Readonly<Record<string, readonly Judgement[]>>;
  reason?: string | null;
  /** The newest version that was there when the answers were given, 0 for none; without it whatever came in between is followed. */
  after?: number;
}

/**
 * Sets the firm's weights from today on. A version is never changed, see `addVersion`. No levels at all is the way back to equal
 * weights. Refusals: those of `checkedJudgements`, `text_too_long`, `weights_changed` when another version came in between.
 */
export async function setWeights(work: Work, input: NewWeights): Promise<WeightSet> {
  work.require('rule.manage');
  const levels = Object.entries(input.levels).map(([id, judgements]) => [id, checkedJudgements(id, judgements)]);
  const { row, latest } = await addVersion<Record<string, StoredLevel>>(work, {
    topic: 'weights',
    own: levels.length ? Object.fromEntries(levels) : null,
    reason: input.reason,
    after: input.after,
    overtaken: 'weights_changed',
  });
  await work.audit('weights.set', { version: row.version }, { before: latest && told(latest), after: told(row) });
  return weightSetFor(work, row);
}

/** A version as the log tells it: what each member weighs, in percent to a tenth. */
const told = ({ starts_on: startsOn, own, reason }: WeightSetRow) => ({
  startsOn,
  reason,
  weights: Object.fromEntries(
    Object.entries(own ?? {}).map(([id, { weights }]) => [
      id,
      Object.fromEntries(Object.entries(weights).map(([member, weight]) => [member, `${(weight * 100).toFixed(1)}%`])),
    ]),
  ),
});
