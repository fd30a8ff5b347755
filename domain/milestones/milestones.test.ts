import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { addDays, type Day } from '@/lib/day';
import { milestoneTemplates } from '@/roadmap/catalogue';
import type { Access } from '../tenants/access';
import { accessForOperator } from '../tenants/ways-in';
import { type Work, withTenant } from '../work';
import { archiveMilestone } from './archive-milestone';
import { changeMilestone } from './change-milestone';
import { createMilestone } from './create-milestone';
import { listMilestones } from './list-milestones';
import { plantMilestones } from './plant-milestones';
import { restoreMilestone } from './restore-milestone';
import { settleMilestones } from './settle-milestones';

const db = await testDatabase();
beforeAll(() => useDatabase(db));
afterAll(() => db.drop());

const at = '2026-06-30';
let made = 0;
let access: Access;

async function newTenant(): Promise<Access> {
  const slug = `milestones-${++made}`;
  await directoryQuery('insert into directory.tenants (slug, name) values ($1, $1)', [slug]);
  return (await accessForOperator(slug))!;
}
const run = <T>(verb: (work: Work) => Promise<T>, as = access): Promise<T> => withTenant(as, verb);

/** Stores one measurement a day from `from`, as the engine would. */
const measured = (kpi: string, window: string, from: Day, values: readonly (number | null)[]) =>
  run((work) =>
    work.execute(
      `insert into app.measurements (tenant_id, kpi, "window", day, value, numerator, denominator, sample, definition, as_of)
       select $1, $2, $3, $4::date + (i - 1)::int, v, 0, 0, 0, 1, now() from unnest($5::float8[]) with ordinality as x (v, i)`,
      [work.tenant.id, kpi, window, from, values],
    ),
  );
const own = (change: Partial<Parameters<typeof createMilestone>[1]> = {}) =>
  run((work) =>
    createMilestone(work, { kpi: 'C07', target: 90, startOn: '2026-01-01', dueOn: '2026-12-31', ...change }),
  );
const listed = (options: Parameters<typeof listMilestones>[1] = {}) =>
  run((work) => listMilestones(work, { at, ...options }));

beforeEach(async () => {
  access = await newTenant();
});

describe('milestones', () => {
  it('are planted once from the catalogue', async () => {
    expect(await run((work) => plantMilestones(work, { startOn: '2026-01-01' }))).toBe(milestoneTemplates.length);
    expect(await run((work) => plantMilestones(work))).toBe(0);
    const road = await listed();
    expect(road.map((m) => m.stage)).toEqual(milestoneTemplates.map((t) => t.stage));
    expect(road[0]).toMatchObject({ startOn: '2026-01-01', status: 'no_data', series: [], archived: false });
    expect(road.every((m) => m.title.en && m.title.zh && m.dueOn > m.startOn)).toBe(true);
  });

  it('stand where the measurements say', async () => {
    await own();
    await measured(
      'C07',
      '28d',
      addDays(at, -99),
      Array.from({ length: 100 }, (_, i) => 70.1 + i * 0.1),
    );
    const [m] = await listed({ kpi: 'on-time-in-full' });
    expect(m).toMatchObject({ kpi: 'C07', current: 80, status: 'ahead', unit: '%', direction: 'higher' });
    expect(m!.forecast?.on).toBe(addDays(at, 100));
    expect(m!.series).toHaveLength(15);
    expect(m!.series.at(-1)).toEqual({ day: at, value: 80 });
  });

  it('are reached by measurement alone, on the last of seven days in a row', async () => {
    const { id } = await own();
    const values = [91, 92, 93, 94, 95, 96, 89, 91, 92, 93, null, 94, 95, 96, 97, 98, 99, 99];
    await measured('C07', '28d', '2026-03-01', values);
    // Six good days, one poor, three good, one without a value: the first seven in a row end on 18 March.
    expect(await run((work) => settleMilestones(work))).toEqual([{ id, reachedOn: '2026-03-18' }]);
    expect(await run((work) => settleMilestones(work))).toEqual([]);
    expect((await listed({ at: '2026-03-18' }))[0]).toMatchObject({ status: 'reached', reachedOn: '2026-03-18' });
  });

  it('count a target that held at the start as reached on the start', async () => {
    const { id } = await own({ startOn: '2026-03-10' });
    await measured('C07', '28d', '2026-03-01', Array<number>(20).fill(95));
    expect(await run((work) => settleMilestones(work))).toEqual([{ id, reachedOn: '2026-03-10' }]);
  });

  it('take the parameter for the days to hold, and the direction', async () => {
    const { id } = await own({ kpi: 'E01', target: 0.5 });
    await measured('E01', '365d', '2026-03-01', [0.6, 0.5, 0.49]);
    expect(await run((work) => settleMilestones(work))).toEqual([]);
    expect(await run((work) => settleMilestones(work, { days: 2 }))).toEqual([{ id, reachedOn: '2026-03-03' }]);
  });

  it('regress when the target is missed again', async () => {
    await own();
    await measured('C07', '28d', '2026-06-01', [...Array<number>(20).fill(95), ...Array<number>(10).fill(85)]);
    await run((work) => settleMilestones(work));
    expect((await listed())[0]).toMatchObject({ status: 'regressed', reachedOn: '2026-06-07', current: 85 });
  });

  it('judge a changed target anew', async () => {
    const { id } = await own();
    await measured('C07', '28d', '2026-06-01', Array<number>(30).fill(95));
    await run((work) => settleMilestones(work));
    await run((work) => changeMilestone(work, id, { owner: ' Logistics ', title: 'Promise' }));
    expect((await listed())[0]).toMatchObject({
      reachedOn: '2026-06-07',
      owner: 'Logistics',
      title: { en: 'Promise', zh: 'Promise' },
    });
    await run((work) => changeMilestone(work, id, { target: 97 }));
    expect((await listed())[0]).toMatchObject({ reachedOn: null, target: 97 });
  });

  it('are archived and come back', async () => {
    const { id } = await own();
    await run((work) => archiveMilestone(work, id));
    await run((work) => archiveMilestone(work, id));
    expect(await listed()).toEqual([]);
    expect((await listed({ includeArchived: true }))[0]).toMatchObject({ id, archived: true });
    await expect(run((work) => changeMilestone(work, id, { target: 91 }))).rejects.toMatchObject({
      code: 'milestone_archived',
    });
    await run((work) => restoreMilestone(work, id));
    expect(await listed()).toHaveLength(1);
    const facts = await run((work) =>
      work.query<{ fact: string }>('select fact from app.audit_entries where tenant_id = $1 order by id', [
        work.tenant.id,
      ]),
    );
    expect(facts.map((f) => f.fact)).toEqual(['milestone.created', 'milestone.archived', 'milestone.restored']);
  });

  it.each([
    ['kpi_unknown', { kpi: 'X99' }],
    ['milestone_target_out_of_range', { target: 101 }],
    ['milestone_target_out_of_range', { kpi: 'E01', target: 50 }],
    ['milestone_target_out_of_range', { target: Number.NaN }],
    ['milestone_due_before_start', { dueOn: '2026-01-01' }],
    ['day_invalid', { dueOn: '2026-02-30' }],
    ['milestone_stage_unknown', { stage: 4 }],
    ['text_too_long', { title: 'x'.repeat(121) }],
  ])('refuse with %s', async (code, change) => {
    await expect(own(change)).rejects.toMatchObject({ code });
    expect(await listed()).toEqual([]);
  });

  it('of another tenant are not there', async () => {
    const { id } = await own();
    const other = await newTenant();
    expect(await run((work) => listMilestones(work, { at, includeArchived: true }), other)).toEqual([]);
    await expect(run((work) => changeMilestone(work, id, { target: 1 }), other)).rejects.toMatchObject({ status: 404 });
    await expect(run((work) => archiveMilestone(work, id), other)).rejects.toMatchObject({ status: 404 });
    await expect(run((work) => restoreMilestone(work, 'no-id'), other)).rejects.toMatchObject({ status: 404 });
  });

  it('are not for viewers to change', async () => {
    const viewer: Access = { ...access, actor: { kind: 'user', id: 'v', role: 'viewer' } };
    await expect(
      run((work) => createMilestone(work, { kpi: 'C07', target: 90, dueOn: '2099-01-01' }), viewer),
    ).rejects.toMatchObject({ status: 403 });
  });
});
