import { dataSiloIndex } from '@/kpis/data-driven/data-silo-index';
import { kpiNamed } from '../measurements/reading';
import { today } from '../measurements/tenant-today';
import { addVersion } from '../rules/add-version';
import type { Work } from '../work';
import { checkedPairWeights } from './checked-pair-weights';
import { type PairWeightRow, type PairWeightSet, type PairWeights, pairWeightSetFor } from './pair-weight-set';

export interface NewPairWeights {
  /** By pair, 0.1 to 100; those left out count once. null: all weigh the same again. */
  pairs: Readonly<Record<string, number>> | null;
  reason?: string | null;
  /** The newest version that the person saw, 0 for none. */
  after?: number;
}

/**
 * Sets what the join pairs weigh in D01 from today on, and has today measured again. Days before keep their values. A version is never
 * changed, see `addVersion`. Refusals: those of `checkedPairWeights`, `text_too_long`, `pair_weights_changed` when another version came in between.
 */
export async function setPairWeights(work: Work, input: NewPairWeights): Promise<PairWeightSet> {
  work.require('rule.manage');
  const k = kpiNamed(work, dataSiloIndex.code);
  const { row, latest } = await addVersion<PairWeights>(work, {
    topic: 'pairs',
    own: input.pairs && checkedPairWeights(input.pairs),
    reason: input.reason,
    after: input.after,
    overtaken: 'pair_weights_changed',
  });
  await work.execute(
    `insert into app.dirty_days (tenant_id, record, day) values ($1, $2, $3)
     on conflict (tenant_id, record, day) do update set marked_at = now()`,
    [work.tenant.id, k.follows[0], today(work)],
  );
  await work.enqueue('measurements.refresh', {});
  await work.audit(
    'pair_weights.set',
    { kpi: k.code, version: row.version },
    { before: latest && told(latest), after: told(row) },
  );
  return pairWeightSetFor(work, row);
}

/** A version as the log tells it. */
const told = ({ starts_on: startsOn, own, reason }: PairWeightRow) => ({ startsOn, reason, weights: own });
