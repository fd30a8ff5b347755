import { joinPairs } from '@/kpis/data-driven/data-silo-index';
import { windowFrom } from '@/kpis/window';
import type { Work } from '../work';
import { dayAsked } from './data-day';
import { kpiNamed, measuredDay } from './reading';

export interface JoinPair {
  pair: string;
  eligible: number;
  matched: number;
  ambiguous: number;
  missingKey: number;
  /** A key of the other feed is the same but for its writing. */
  format: number;
  noCandidate: number;
  /** matched ÷ eligible; null when nothing is eligible. */
  coverage: number | null;
}

/**
 * The join map behind the data silo index: for each pair, also those that nothing is eligible for, how many rows find their other half, and why the others do not. A pair
 * is of the whole firm: there is none for readers who are limited to some channels.
 */
export async function readSilos(work: Work, input: { at?: string; window?: string } = {}): Promise<JoinPair[]> {
  work.require('measurement.read');
  const k = kpiNamed(work, 'D01');
  if (work.limits.channels !== null) return [];
  const at = await measuredDay(work, k, '28d', await dayAsked(work, input.at));
  const rows = await work.query<{ key: string; den: number }>(
    `select key, sum(den)::bigint as den from app.partials
     where tenant_id = $1 and kpi = $2 and dim = 'pair_why' and day between $3 and $4 group by key`,
    [work.tenant.id, k.code, windowFrom('28d', at), at],
  );
  const pairs = new Map<string, Map<string, number>>();
  for (const { key, den } of rows) {
    const [pair, why] = key.split(' · ') as [string, string];
    const counts = pairs.get(pair) ?? new Map<string, number>();
    pairs.set(pair, counts);
    counts.set(why, den);
  }
  return joinPairs.map((pair) => {
    const counts = pairs.get(pair) ?? new Map<string, number>();
    const eligible = [...counts.values()].reduce((a, b) => a + b, 0);
    const matched = counts.get('matched') ?? 0;
    return {
      pair,
      eligible,
      matched,
      ambiguous: counts.get('ambiguous') ?? 0,
      missingKey: counts.get('missing_key') ?? 0,
      format: counts.get('written_otherwise') ?? 0,
      noCandidate: counts.get('no_candidate') ?? 0,
      coverage: eligible ? matched / eligible : null,
    };
  });
}
