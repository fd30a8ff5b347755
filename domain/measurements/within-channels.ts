import { type Group, isSplitByChannel, type KpiDeclaration, type WindowId } from '@/kpis/kpi';
import { windowFrom } from '@/kpis/window';
import { addDays, type Day, daysBetween, maxDay, minDay } from '@/lib/day';
import type { Work } from '../work';
import { finish, type Measured, RunningSums } from './measure';

/** A KPI's facts of one day and group. */
export interface DaySum extends Group {
  dim: string;
  key: string;
  day: Day;
}

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

/** Sums by day and group of some dimensions, of the reader's channels together. None of a KPI that cannot be split. */
export const channelSums = (
  work: Work,
  k: KpiDeclaration,
  dims: readonly string[],
  from: Day,
  to: Day,
): Promise<DaySum[]> =>
  work.query<DaySum>(
    `select dim, day, key, sum(num)::bigint as num, sum(den)::bigint as den, sum(rows)::bigint as rows
     from app.channel_partials
     where tenant_id = $1 and kpi = $2 and channel = any($3) and dim = any($4) and day between $5 and $6 group by dim, day, key`,
    [work.tenant.id, k.code, work.limits.channels ?? [], dims, from, to],
  );

/** The sums of one window and dimension by group, of the reader's channels; largest first. */
export async function channelGroups(
  work: Work,
  k: KpiDeclaration,
  window: WindowId,
  at: Day,
  dim: string,
): Promise<(Group & { key: string })[]> {
  const groups = new Map<string, Group & { key: string }>();
  for (const s of await channelSums(work, k, [dim], windowFrom(window, at), at)) {
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
  for (const s of await channelSums(work, k, [k.measure.dim, 'excluded'], windowFrom(window, first), last)) {
    const list = byDay.get(s.day) ?? [];
    byDay.set(s.day, list);
    list.push(s);
  }
  const since = (await firstDayOf(work, k)) ?? last;
  // Windows of later days begin and end later: days enter and leave.
  const sums = new RunningSums();
  let [from, next] = [windowFrom(window, first), windowFrom(window, first)];
  const move = (until: Day, start: Day, sign: 1 | -1) => {
    for (let d = start; d < until; d = addDays(d, 1)) for (const s of byDay.get(d) ?? []) sums.add(s, sign);
  };
  const measured = new Map<Day, Measured>();
  for (const day of [...new Set(days)].sort()) {
    move(addDays(day, 1), next, 1);
    move(windowFrom(window, day), from, -1);
    [from, next] = [windowFrom(window, day), addDays(day, 1)];
    measured.set(day, finish(k, day, sums, { sources: 0, historyDays: daysBetween(since, day) + 1 }));
  }
  return days.map((day) => measured.get(day)!);
}

/** The first day with facts of the reader's channels. */
async function firstDayOf(work: Work, k: KpiDeclaration): Promise<Day | null> {
  const [row] = await work.query<{ first: Day | null }>(
    `select min(day) as first from app.channel_partials
     where tenant_id = $1 and kpi = $2 and channel = any($3) and dim = any($4)`,
    [work.tenant.id, k.code, work.limits.channels, [k.measure.dim, 'excluded']],
  );
  return row?.first ?? null;
}
