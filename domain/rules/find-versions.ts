import { notFound } from '../errors';
import type { Work } from '../work';
import { type RuleRow, ruleColumns, type Topic } from './rule-row';

/** One version of a rule, in force or not. Error `not_found`. */
export async function versionOf<T>(work: Work, topic: Topic, version: number): Promise<RuleRow<T>> {
  const [row] = await work.query<RuleRow<T>>(
    `select ${ruleColumns} from app.rules r where r.tenant_id = $1 and r.topic = $2 and r.version = $3`,
    [work.tenant.id, topic, version],
  );
  if (!row) throw notFound('rule');
  return row;
}

export interface VersionPage {
  /** Only versions below this one: the last of the page before. */
  before?: number;
  limit?: number;
}

/** Every version of a rule that there ever was, the newest first, a page at a time. */
export async function versionsOf<T>(
  work: Work,
  topic: Topic,
  { before, limit = 50 }: VersionPage = {},
): Promise<{ data: RuleRow<T>[]; next: number | null }> {
  const rows = await work.query<RuleRow<T>>(
    `select ${ruleColumns} from app.rules r where r.tenant_id = $1 and r.topic = $2 and ($3::integer is null or r.version < $3)
     order by r.version desc limit $4`,
    [work.tenant.id, topic, before ?? null, limit + 1],
  );
  const data = rows.slice(0, limit);
  return { data, next: rows.length > limit ? data.at(-1)!.version : null };
}
