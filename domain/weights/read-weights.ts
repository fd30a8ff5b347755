import type { Day } from '@/lib/day';
import { notFound } from '../errors';
import { checkDay } from '../measurements/data-day';
import { today } from '../measurements/tenant-today';
import type { Work } from '../work';
import { type WeightSet, type WeightSetRow, weightSetColumns, weightSetFor } from './weight-set';
import { weightsOn } from './weights-on';

/** The weights in force on a day, today without one. Error `not_a_day`. */
export async function readWeights(work: Work, { at }: { at?: Day } = {}): Promise<WeightSet> {
  work.require('weight.read');
  const day = at === undefined ? today(work) : checkDay(at, 'at');
  return (await weightsOn(work, [day])).get(day)!;
}

/** One version of the firm's weights, in force or not. Error `not_found`. */
export async function readWeightSet(work: Work, version: number): Promise<WeightSet> {
  work.require('weight.read');
  const [row] = await work.query<WeightSetRow>(
    `select ${weightSetColumns} from app.weight_sets where tenant_id = $1 and version = $2`,
    [work.tenant.id, version],
  );
  if (!row) throw notFound('weights');
  return weightSetFor(work, row);
}

/**
 * Every version that there ever was, the newest first, a page at a time.
 * @param page.before only versions below this one: the last of the page before
 */
export async function listWeightSets(
  work: Work,
  { before, limit = 50 }: { before?: number; limit?: number } = {},
): Promise<{ data: WeightSet[]; next: number | null }> {
  work.require('weight.read');
  const rows = await work.query<WeightSetRow>(
    `select ${weightSetColumns} from app.weight_sets where tenant_id = $1 and ($2::integer is null or version < $2)
     order by version desc limit $3`,
    [work.tenant.id, before ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  return {
    data: page.map((row) => weightSetFor(work, row)),
    next: rows.length > limit ? page.at(-1)!.version : null,
  };
}
