import { Refusal } from '../errors';
import { today } from '../measurements/tenant-today';
import { shortText } from '../short-text';
import type { Work } from '../work';
import { type RuleRow, ruleColumns, type Topic } from './rule-row';

export interface NewVersion<T> {
  topic: Topic;
  /** null: the default again. */
  own: T | null;
  reason?: string | null;
  /** The newest version that the person saw, 0 for none; without it whatever came in between is followed. */
  after?: number;
  /** The refusal's code when another version came in between. */
  overtaken: string;
}

const mostReason = 300;

/**
 * Adds a version of a rule that holds from today on, by the tenant's zone, and gives it with the one before. Those before stay, and stay
 * in force on the days that were theirs; of two set on one day the later holds. Refusals: `text_too_long`, and `overtaken`.
 */
export async function addVersion<T>(
  work: Work,
  { topic, own, reason: given, after, overtaken }: NewVersion<T>,
): Promise<{ row: RuleRow<T>; latest: RuleRow<T> | undefined }> {
  const reason = shortText(given, mostReason, 'reason');
  const [latest] = await work.query<RuleRow<T>>(
    `select ${ruleColumns} from app.rules r where r.tenant_id = $1 and r.topic = $2 order by r.version desc limit 1`,
    [work.tenant.id, topic],
  );
  const newest = latest?.version ?? 0;
  if (after !== undefined && after !== newest) throw new Refusal(overtaken, 409);
  const setBy = work.actor.name ?? `${work.actor.kind}:${work.actor.id}`;
  // Of two who set the same version at once, the second waits here for the first, and finds it there.
  const [row] = await work.query<RuleRow<T>>(
    `insert into app.rules as r (tenant_id, topic, version, starts_on, own, reason, set_by, set_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning ${ruleColumns}`,
    [work.tenant.id, topic, newest + 1, today(work), own && JSON.stringify(own), reason, setBy, work.now],
  );
  if (!row) throw new Refusal(overtaken, 409);
  return { row, latest };
}
