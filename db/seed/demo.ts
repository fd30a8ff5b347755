import { closeMeasurements } from '@/domain/measurements/close';
import { recompute } from '@/domain/measurements/recompute';
import { addMember } from '@/domain/members/add-member';
import { createUser } from '@/domain/members/create-user';
import { changeMilestone } from '@/domain/milestones/change-milestone';
import { listMilestones } from '@/domain/milestones/list-milestones';
import { plantMilestones } from '@/domain/milestones/plant-milestones';
import { settleMilestones } from '@/domain/milestones/settle-milestones';
import { addNote } from '@/domain/notes/add-note';
import { listNotes } from '@/domain/notes/list-notes';
import { type Access, accessForOperator } from '@/domain/tenants/access';
import { createTenant } from '@/domain/tenants/create-tenant';
import { withTenant } from '@/domain/work';
import { addDays, type Day, daysBetween, localDay } from '@/lib/day';
import { env } from '@/lib/env';
import { demoTenants } from './demo-tenants';
import type { FeedPlan } from './feed-plan';
import { lastEcbRates } from './last-ecb-rates';
import { loadEcbRates } from './load-ecb-rates';
import { onlineRetail } from './online-retail/plan';
import { lateSinceDays } from './showcase/parcels';
import { saleDaysAgo } from './showcase/sales';
import { showcase } from './showcase/showcase';
import { silentDays } from './showcase/tickets';
import { firm } from './showcase/world';
import { type DemoSignIn, demoPeople } from './sign-ins';
import { takeIn } from './take-in';

interface DemoTenant {
  slug: string;
  name: string;
  zone: string;
  currency: string;
  locale: 'zh-CN' | 'en';
  feeds(today: Day): Promise<FeedPlan[]>;
  /** The day on which the roadmap began, so that there is a road to look back on. */
  roadBegan(today: Day): Day;
  notes(today: Day): { day: Day; text: string }[];
}

const tenants: readonly DemoTenant[] = [
  {
    ...firm,
    locale: 'zh-CN',
    feeds: async (today) => showcase(today, await lastEcbRates(env().DATABASE_URL)),
    roadBegan: (today) => addDays(today, -270),
    notes: (today) => [
      { day: addDays(today, -saleDaysAgo[0]), text: '平台夏季大促 Summer sale on the marketplaces' },
      { day: addDays(today, -lateSinceDays), text: 'Sampan Parcel 更换分拨中心 moved its hub' },
      { day: addDays(today, -silentDays), text: '客服系统密钥到期 Helpdesk key expired' },
    ],
  },
  {
    slug: 'online-retail',
    name: 'Online Retail (extract)',
    zone: 'Europe/London',
    currency: 'GBP',
    locale: 'en',
    feeds: async () => onlineRetail(),
    roadBegan: () => '2011-06-01',
    notes: () => [],
  },
];

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
  const people = demoPeople().filter((p) => p.tenant === tenant.slug);
  const access = await accessForOperator(tenant.slug);
  if (!access) await createTenant({ ...tenant, ownerEmail: people[0]!.email, password: people[0]!.password });
  const ours = (await demoTenants()).find((t) => t.slug === tenant.slug);
  if (!ours) return null;
  for (const { email, password, locale, role } of people) {
    const { id } = await createUser({ email, password, locale });
    await addMember({ tenantId: ours.id, userId: id, role });
  }
  return { access: (await accessForOperator(tenant.slug))!, today: localDay(ours.foundedAt, tenant.zone) };
}

/** Moves the planted milestones to the day on which the demo's road began, keeping the time each has. */
async function beginRoad(access: Access, startOn: Day): Promise<void> {
  await withTenant(access, async (work) => {
    await plantMilestones(work, { startOn });
    for (const m of await listMilestones(work, { includeArchived: true })) {
      if (m.startOn === startOn) continue;
      await changeMilestone(work, m.id, { startOn, dueOn: addDays(startOn, daysBetween(m.startOn, m.dueOn)) });
    }
  });
}

async function seedTenant(tenant: DemoTenant, report: (line: string) => void): Promise<void> {
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
  await beginRoad(access, tenant.roadBegan(today));
  await withTenant(access, async (work) => {
    await settleMilestones(work);
    const there = new Set((await listNotes(work, { from: '1970-01-01', to: today })).map((n) => n.text));
    for (const note of tenant.notes(today)) if (!there.has(note.text)) await addNote(work, note);
    await work.audit(done);
  });
}

/**
 * Makes the demo tenants where they are missing, through the verbs that everybody uses, and answers how to sign in. Goes on
 * where an interrupted seeding stopped; does nothing when all is there. Needs a migrated database.
 * @param report gets a line for each step
 */
export async function seedDemo(report: (line: string) => void = () => {}): Promise<DemoSignIn[]> {
  if (await loadEcbRates(env().DATABASE_URL)) report('Exchange rates of the ECB are loaded');
  for (const tenant of tenants) {
    const access = await accessForOperator(tenant.slug);
    if (!access || !(await isDone(access))) await seedTenant(tenant, report);
  }
  return demoPeople().map(({ email, password, tenant, title }) => ({ email, password, tenant, title }));
}
