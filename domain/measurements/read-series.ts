import type { NullReason } from '@/kpis/kpi';
import { addDays, type Day } from '@/lib/day';
import { Refusal } from '../errors';
import type { Work } from '../work';
import { checkDay, dayAsked } from './data-day';
import { kpiNamed, windowNamed } from './reading';
import { measuredWithin } from './within-channels';

export interface SeriesPoint {
  day: Day;
  value: number | null;
  reason: NullReason | null;
  status: 'provisional' | 'final' | 'restated' | 'empty';
}

const grains = ['day', 'week', 'month'] as const;

/** A KPI over time. By week or month, the value on the last measured day of each. At most three years of days. */
export async function readSeries(
  work: Work,
  input: { kpi: string; window?: string; from?: string; to?: string; grain?: string },
): Promise<SeriesPoint[]> {
  work.require('measurement.read');
  const k = kpiNamed(work, input.kpi);
  const window = windowNamed(k, input.window);
  const to = await dayAsked(work, input.to);
  const from = input.from === undefined ? addDays(to, -180) : checkDay(input.from, 'from');
  const grain = grains.find((g) => g === (input.grain ?? 'day'));
  if (!grain) throw new Refusal('unknown_grain', 422, { grain: String(input.grain) }, 'grain');
  const points = await work.query<SeriesPoint>(
    `select distinct on (date_trunc('${grain}', day)) day, value, reason,
       case when value is null then 'empty' when restated_at is not null then 'restated'
            when closed_at is not null and caveats = '[]' then 'final' else 'provisional' end as status
     from app.measurements where tenant_id = $1 and kpi = $2 and "window" = $3 and day between $4 and $5 and day >= $5::date - 1100
     order by date_trunc('${grain}', day), day desc`,
    [work.tenant.id, k.code, window, from, to],
  );
  if (work.limits.channels === null) return points;
  const days = points.map((point) => point.day);
  return ((await measuredWithin(work, k, window, days)) ?? []).map(({ day, value, reason, caveats }, n) => {
    const closed = points[n]!.status === 'final' || points[n]!.status === 'restated';
    const status = value === null ? 'empty' : closed && !caveats.length ? 'final' : 'provisional';
    return { day, value, reason, status };
  });
}
