import type { Judgement } from '@/kpis/ahp';
import type { Day } from '@/lib/day';
import { Refusal } from '../errors';
import { today } from '../measurements/tenant-today';
import { shortText } from '../short-text';
import type { Work } from '../work';
import { checkedJudgements } from './checked-judgements';
import { type WeightSet, type WeightSetRow, weightSetColumns, weightSetFor } from './weight-set';

export interface NewWeights {
  /** Answers to every pair, by level. The members of a level that is left out weigh the same. */
  levels: Readonly<Record<string, readonly Judgement[]>>;
  reason?: string | null;
  /** The newest version that was there when the answers were given, 0 for none; without it whatever came in between is followed. */
  after?: number;
}

const mostReason = 300;

/**
 * Sets the firm's weights from today on, by the tenant's zone. It is a new version: those before stay, and stay in force on the
 * days that were theirs; of two set on one day the later holds. No levels at all is the way back to equal weights.
 * Refusals: those of `checkedJudgements`, `text_too_long`, `weights_changed` when another version came in between.
 */
export async function setWeights(work: Work, input: NewWeights): Promise<WeightSet> {
  work.require('weight.manage');
  const levels = Object.fromEntries(
    Object.entries(input.levels).map(([id, judgements]) => [id, checkedJudgements(id, judgements)]),
  );
  const reason = shortText(input.reason, mostReason, 'reason');
  const [latest] = await work.query<WeightSetRow>(
    `select ${weightSetColumns} from app.weight_sets where tenant_id = $1 order by version desc limit 1`,
    [work.tenant.id],
  );
  const newest = latest?.version ?? 0;
  if (input.after !== undefined && input.after !== newest) throw changed();
  const startsOn = today(work);
  const setBy = work.actor.name ?? `${work.actor.kind}:${work.actor.id}`;
  // Of two who set the same version at once, the second waits here for the first, and finds it there.
  const [row] = await work.query<WeightSetRow>(
    `insert into app.weight_sets (tenant_id, version, starts_on, levels, reason, set_by, set_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning ${weightSetColumns}`,
    [work.tenant.id, newest + 1, startsOn, JSON.stringify(levels), reason, setBy, work.now],
  );
  if (!row) throw changed();
  await work.audit(
    'weights.set',
    { version: row.version },
    { before: latest && told(latest.starts_on, latest), after: told(startsOn, row) },
  );
  return weightSetFor(work, row);
}

const changed = () => new Refusal('weights_changed', 409);

/** A version as the log tells it: what each member weighs, in percent to a tenth. */
const told = (startsOn: Day, { levels, reason }: WeightSetRow) => ({
  startsOn,
  reason,
  weights: Object.fromEntries(
    Object.entries(levels).map(([id, { weights }]) => [
      id,
      Object.fromEntries(Object.entries(weights).map(([member, weight]) => [member, `${(weight * 100).toFixed(1)}%`])),
    ]),
  ),
});
