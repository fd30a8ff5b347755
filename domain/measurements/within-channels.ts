import type { Group, KpiDeclaration, WindowId } from '@/kpis/kpi';
import { windowFrom } from '@/kpis/window';
import { type Day, dayRange, daysBetween, maxDay, minDay } from '@/lib/day';
import type { Work } from '../work';
import { finish, type Measured, RunningSums } from './measure';
import { dimsOf } from './partials';
import { today } from './tenant-today';

/** A KPI's facts of one day and group. */
export interface DaySum extends Group {
  dim: string;
  key: string;
  day: Day;
}

/** Whether a KPI can be worked out for some channels alone: each of its facts names its channel, and sums of channels add up. */
export const isSplitByChannel = (k: KpiDeclaration): boolean => k.dims.includes('channel') && !k.measure.distinctDays;

/**
 * The facts that a reader may see, as SQL: all of them, or those of the reader's channels by the same predicate; none of a
 * KPI that cannot be split. Adds its parameter to `params`.
 */
export function factsSeen(work: Work, k: KpiDeclaration, params: unknown[]): string {
  const { channels } = work.limits;
  if (channels === null) return k.facts;
  if (!isSplitByChannel(k)) return `select a.* from (${k.facts}) a where false`;
  return `select a.* from (${k.facts}) a where a.channel = any($${params.push(channels)}::text[])`;
}

const loaded = new WeakMap<Work, Map<string, { from: Day; to: Day; sums: DaySum[] }>>();

/**
 * The sums by day, dimension and group of the reader's channels, like those in app.partials, straight from the records: they
 * are not kept, as each reader has channels of their own. Read once a unit of work where the days asked for first hold the
 * later ones. Empty for a KPI that cannot be split.
 */
export async function channelSums(work: Work, k: KpiDeclaration, from: Day, to: Day): Promise<DaySum[]> {
  if (work.limits.channels === null || !isSplitByChannel(k)) return [];
  const known = loaded.get(work) ?? new Map<string, { from: Day; to: Day; sums: DaySum[] }>();
  loaded.set(work, known);
  const before = known.get(k.code);
  const inside = (sums: DaySum[]) => sums.filter((s) => s.day >= from && s.day <= to);
  if (before && before.from <= from && before.to >= to) return inside(before.sums);
  const wide = before
    ? { from: minDay(from, before.from), to: maxDay(to, before.to) }
    : {
        from,
        to,
      };
  const groups = dimsOf(k).map((dim) => (dim ? `('${dim}', coalesce(f.${dim}::text, 'unknown'))` : "('', '')"));
  const params: unknown[] = [work.tenant.id, dayRange(wide.from, wide.to), today(work)];
  const sums = await work.query<DaySum>(
    `select g.dim, f.day, g.key, coalesce(sum(f.num) filter (where f.excluded is null), 0)::bigint as num,
       coalesce(sum(f.den) filter (where f.excluded is null), 0)::bigint as den, count(*)::bigint as rows
     from (${factsSeen(work, k, params)} offset 0) f
     cross join lateral (values ${[...groups, "('excluded', f.excluded)"].join(', ')}) g(dim, key)
     where (g.dim = 'excluded') = (f.excluded is not null) and $3::date is not null
     group by g.dim, f.day, g.key order by f.day`,
    params,
  );
  known.set(k.code, { ...wide, sums });
  return inside(sums);
}

/** The sums of one window and dimension by group, of the reader's channels; largest first. */
export async function channelGroups(
  work: Work,
  k: KpiDeclaration,
  window: WindowId,
  at: Day,
  dim: string,
): Promise<(Group & { key: string })[]> {
  const groups = new Map<string, Group & { key: string }>();
  for (const s of await channelSums(work, k, windowFrom(window, at), at)) {
    if (s.dim !== dim) continue;
    const g = groups.get(s.key) ?? { key: s.key, num: 0, den: 0, rows: 0 };
    groups.set(s.key, { key: s.key, num: g.num + s.num, den: g.den + s.den, rows: g.rows + s.rows });
  }
  return [...groups.values()].sort((a, b) => b.den - a.den || (a.key < b.key ? -1 : 1));
}

/**
 * A KPI measured on some days from the reader's channels alone, in the order of the days, by the same formula as for the whole
 * firm. Null for a KPI that cannot be split.
 */
export async function measuredWithin(
  work: Work,
  k: KpiDeclaration,
  window: WindowId,
  days: readonly Day[],
): Promise<Measured[] | null> {
  if (!isSplitByChannel(k)) return null;
  if (!days.length) return [];
  const [first, last] = [days.reduce(minDay), days.reduce(maxDay)];
  const byDay = new Map<Day, DaySum[]>();
  for (const s of await channelSums(work, k, windowFrom(window, first), last)) {
    if (s.dim !== k.measure.dim && s.dim !== 'excluded') continue;
    const list = byDay.get(s.day) ?? [];
    byDay.set(s.day, list);
    list.push(s);
  }
  const since = (await firstDayOf(work, k)) ?? last;
  return days.map((day) => {
    const sums = new RunningSums();
    for (const d of dayRange(windowFrom(window, day), day)) for (const s of byDay.get(d) ?? []) sums.add(s, 1);
    return finish(k, day, sums, { sources: 0, historyDays: daysBetween(since, day) + 1 });
  });
}

/** The first day with facts of the reader's channels. */
async function firstDayOf(work: Work, k: KpiDeclaration): Promise<Day | null> {
  const [row] = await work.query<{ first: Day | null }>(
    `select min(day) as first from app.partials where tenant_id = $1 and kpi = $2 and dim = 'channel' and key = any($3)`,
    [work.tenant.id, k.code, work.limits.channels],
  );
  return row?.first ?? null;
}
