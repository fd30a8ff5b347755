import { directoryQuery } from '@/db/client';
import { closeMeasurements } from '@/domain/measurements/close';
import { recompute } from '@/domain/measurements/recompute';
import { addMember } from '@/domain/members/add-member';
import { createUser } from '@/domain/members/create-user';
import { changeMilestone } from '@/domain/milestones/change-milestone';
import { createMilestone, type NewMilestone } from '@/domain/milestones/create-milestone';
import { listMilestones } from '@/domain/milestones/list-milestones';
import { settleMilestones } from '@/domain/milestones/settle-milestones';
import { addNote } from '@/domain/notes/add-note';
import { listNotes } from '@/domain/notes/list-notes';
import type { Access } from '@/domain/tenants/access';
import { createTenant } from '@/domain/tenants/create-tenant';
import { accessForOperator } from '@/domain/tenants/ways-in';
import { withTenant } from '@/domain/work';
import { addDays, type Day, daysBetween, localDay } from '@/lib/day';
import type { FeedPlan } from './feed-plan';
import type { DemoPerson } from './sign-ins';
import { takeIn } from './take-in';

/** A tenant of the demo: what it is, who is in it, what its feeds send. */
export interface DemoTenant {
  slug: string;
  name: string;
  zone: string;
  currency: string;
  locale: 'zh-CN' | 'en';
  /** The first owns it. */
  people: readonly DemoPerson[];
  feeds(today: Day): Promise<readonly FeedPlan[]>;
  roadmap(today: Day): {
    /** The day on which the roadmap began, so that there is a road to look back on. */
    began: Day;
    /** Who looks after the milestones of a KPI, by code. */
    owners: Readonly<Record<string, string>>;
    /** Milestones beside the planted ones. */
    own: readonly (NewMilestone & { title: string })[];
  };
  notes(today: Day): readonly { day: Day; text: string }[];
}

/** When the tenant was founded; null where there is none of that name, or one whose owner is not the demo's. */
export async function foundedDemo(slug: string, owner: string): Promise<{ id: string; at: Date } | null> {
  const [found] = await directoryQuery<{ id: string; at: Date }>(
    `select t.id, t.created_at as at from directory.tenants t
     join directory.memberships m on m.tenant_id = t.id and m.role = 'owner'
     join directory.users u on u.id = m.user_id where t.slug = $1 and u.email = $2`,
    [slug, owner],
  );
  return found ?? null;
}

/** Recorded in the tenant's audit log when all of it is there. */
const done = 'demo.seeded';

async function isDone(access: Access): Promise<boolean> {
  const rows = await withTenant(access, (work) =>
    work.query('select from app.audit_entries where tenant_id = $1 and fact = $2 limit 1', [work.tenant.id, done]),
  );
  return rows.length > 0;
}

/**
 * Founds the tenant with its people, unless an interrupted seeding already did. Null when somebody else's tenant has its
 * name. `today` is the day of the founding, so that an interrupted seeding goes on with the same data.
 */
async function found(tenant: DemoTenant): Promise<{ access: Access; today: Day } | null> {
  const owner = tenant.people[0]!;
  if (!(await accessForOperator(tenant.slug)))
    await createTenant({ ...tenant, ownerEmail: owner.email, password: owner.password });
  const ours = await foundedDemo(tenant.slug, owner.email);
  if (!ours) return null;
  for (const { email, password, locale, role } of tenant.people) {
    const { id } = await createUser({ email, password, locale, verified: true });
    await addMember({ tenantId: ours.id, userId: id, role });
  }
  return { access: (await accessForOperator(tenant.slug))!, today: localDay(ours.at, tenant.zone) };
}

/** Moves the planted milestones to the day on which the demo's road began, keeping the time each has, and adds its own. */
async function layRoad(access: Access, { began, owners, own }: ReturnType<DemoTenant['roadmap']>): Promise<void> {
  await withTenant(access, async (work) => {
    const there = await listMilestones(work, { includeArchived: true });
    const ownTitles = new Set(own.map((m) => m.title));
    for (const m of there.filter((m) => m.startOn !== began && !ownTitles.has(m.title.en))) {
      const dueOn = addDays(began, daysBetween(m.startOn, m.dueOn));
      await changeMilestone(work, m.id, { startOn: began, dueOn, owner: owners[m.kpi] ?? null });
    }
    for (const m of own) if (!there.some((t) => t.title.en === m.title)) await createMilestone(work, m);
    await settleMilestones(work);
  });
}

/**
 * Makes a tenant of the demo where it is missing, through the verbs that everybody uses. Goes on where an interrupted
 * seeding stopped; does nothing when all is there. A tenant of somebody else with this name is left alone.
 */
export async function seedTenant(tenant: DemoTenant, report: (line: string) => void): Promise<void> {
  const there = await accessForOperator(tenant.slug);
  if (there && (await isDone(there))) return;
  const founded = await found(tenant);
  if (!founded) {
    report(`${tenant.slug}: another tenant has this name, so the demo leaves it alone`);
    return;
  }
  const { access, today } = founded;
  const plans = await tenant.feeds(today);
  for (const [i, plan] of plans.entries()) {
    report(`${tenant.name}: ${plan.name} (${i + 1} of ${plans.length})`);
    await takeIn(access, plan);
  }
  report(`${tenant.name}: computing the KPIs`);
  await recompute(access);
  await withTenant(access, (work) => closeMeasurements(work));
  await layRoad(access, tenant.roadmap(today));
  await withTenant(access, async (work) => {
    const there = new Set((await listNotes(work, { from: '1970-01-01', to: today })).map((n) => n.text));
    for (const note of tenant.notes(today)) if (!there.has(note.text)) await addNote(work, note);
    await work.audit(done);
  });
}
