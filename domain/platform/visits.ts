import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { Refusal } from '../errors';
import { type MemberRole, memberRoles } from '../permissions';
import { accessForDesk, accessForJob } from '../tenants/ways-in';
import { withTenant } from '../work';
import type { PlatformAccess } from './access';
import { asAdmin } from './deed';
import { reasonIn } from './reason';

/** The longest visit, minutes. */
const longestVisit = 240;

/**
 * Opens a firm to the admin for a time: to look, unless `mayChange` says otherwise, and never its people, keys, sign-in or the
 * firm itself. The firm's log says who came, why and until when. An open visit of theirs in this firm ends with it.
 * Refusals: `not_found`, `reason_missing`, `ticket_missing`, `text_too_long`, `visit_too_long`, `role_unknown`,
 * `visit_needs_person`.
 * @param input.minutes 1–240
 */
export async function startVisit(
  platform: PlatformAccess,
  slug: string,
  input: { reason: string; ticket: string; minutes: number; role?: string; mayChange?: boolean },
): Promise<{ id: string; endsAt: Date }> {
  const { admin } = platform;
  if (!admin) throw new Refusal('visit_needs_person', 403);
  const reason = reasonIn(input.reason);
  const ticket = input.ticket.trim();
  if (!ticket) throw new Refusal('ticket_missing', 422, {}, 'ticket');
  if (ticket.length > 100) throw new Refusal('text_too_long', 422, { most: 100 }, 'ticket');
  const { minutes, role = 'viewer', mayChange = false } = input;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > longestVisit)
    throw new Refusal('visit_too_long', 422, { hours: longestVisit / 60 }, 'minutes');
  if (!memberRoles.includes(role as MemberRole) || role === 'owner')
    throw new Refusal('role_unknown', 422, { value: role, known: memberRoles.slice(1).join(', ') }, 'role');
  const firm = await accessForDesk(platform, { slug }, reason);
  return asAdmin(
    platform,
    async (deed) => {
      const endsAt = new Date(deed.now.getTime() + minutes * 60_000);
      const before = await deed.query<{ id: string }>(
        `update directory.act_as_grants set ended_at = $3 where admin_id = $1 and tenant_id = $2 and ended_at is null
           and ends_at > $3 returning id`,
        [admin.id, firm.tenant.id, deed.now],
      );
      for (const { id } of before) await deed.record('visit.ended', { visit: id, by: 'next' });
      const [visit] = await deed.query<{ id: string }>(
        `insert into directory.act_as_grants (admin_id, tenant_id, role, read_only, reason, ticket, started_at, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [admin.id, firm.tenant.id, role, !mayChange, reason, ticket, deed.now, endsAt],
      );
      await deed.record('visit.started', { visit: visit!.id, role, readOnly: !mayChange, reason, ticket, endsAt });
      return { id: visit!.id, endsAt };
    },
    firm,
  );
}

/** Ends the admin's own visit in a firm; one that is over is fine. */
export async function endVisit(platform: PlatformAccess, slug: string): Promise<void> {
  const firm = await accessForDesk(platform, { slug }, '');
  await asAdmin(
    platform,
    async (deed) => {
      const ended = await deed.query<{ id: string; reason: string; ticket: string }>(
        `update directory.act_as_grants set ended_at = $3 where admin_id = $1 and tenant_id = $2 and ended_at is null
           and ends_at > $3 returning id, reason, ticket`,
        [platform.admin?.id ?? null, firm.tenant.id, deed.now],
      );
      for (const { id, reason, ticket } of ended)
        await deed.record('visit.ended', { visit: id, reason, ticket, by: 'admin' });
    },
    firm,
  );
}

/** Keeps the end of visits whose time is over, in the firm's log and in ours. The worker's tick asks for it. */
export async function settleVisits(): Promise<void> {
  const over = await directoryQuery<{
    id: string;
    tenant_id: string;
    admin_id: string;
    email: string;
    reason: string;
    ticket: string;
  }>(
    `with over as (update directory.act_as_grants set ended_at = ends_at where ended_at is null and ends_at <= $1
       returning id, tenant_id, admin_id, reason, ticket, ends_at),
     kept as (insert into directory.platform_entries (admin_id, admin, fact, tenant_id, detail, at)
       select o.admin_id, u.email, 'visit.ended', o.tenant_id, jsonb_build_object('tenant', t.slug, 'visit', o.id, 'by', 'time'), o.ends_at
       from over o join directory.users u on u.id = o.admin_id join directory.tenants t on t.id = o.tenant_id)
     select o.id, o.tenant_id, o.admin_id, u.email, o.reason, o.ticket from over o join directory.users u on u.id = o.admin_id`,
    [now()],
  );
  for (const { id, tenant_id, admin_id, email, reason, ticket } of over) {
    const job = await accessForJob(tenant_id, 'tick');
    if (!job) continue;
    const firm = {
      ...job,
      actor: { ...job.actor, name: email },
      acting: { grantId: id, admin: email, reason, ticket, readOnly: false, endsAt: now() },
    };
    await withTenant(firm, (work) =>
      work.audit('visit.ended', { visit: id, admin: admin_id, reason, ticket, by: 'time' }),
    );
  }
}
