import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { ticketOf } from '@/app/feeds/upload-ticket';
import { directoryQuery } from '@/db/client';
import { newUnsubscribeToken } from '@/domain/digests/unsubscribe-token';
import { exportsFolder } from '@/domain/leaving/folders';
import { exportPath } from '@/domain/leaving/run-export';
import { openSession } from '@/domain/members/sessions';
import { createMilestone } from '@/domain/milestones/create-milestone';
import { addNote } from '@/domain/notes/add-note';
import { type MemberRole, memberRoles } from '@/domain/permissions';
import type { Access } from '@/domain/tenants/access';
import { accessForOperator } from '@/domain/tenants/ways-in';
import { markedSales } from '@/domain/test-sales';
import { ingest, testFeed, uploadText } from '@/domain/test-tenant';
import { withTenant } from '@/domain/work';

/** Ids of what a firm has, by what they stand for in an address or an action. */
export type Things = Record<string, string>;

export interface Firm {
  slug: string;
  /** A word that stands in everything the firm has, and in nothing of others. */
  mark: string;
  access: Access;
  /** A signed-in person of each role, as a cookie. */
  people: Record<MemberRole, string>;
  things: Things;
}

/** A person as the cookie of an open session; with a tenant, a member of it. */
export async function person(input: {
  email: string;
  name?: string;
  tenantId?: string;
  role?: MemberRole;
  platformAdmin?: boolean;
}): Promise<{ id: string; cookie: string; token: string }> {
  const [user] = await directoryQuery<{ id: string }>(
    `insert into directory.users (email, name, locale, email_verified, platform_admin)
     values ($1, $2, 'en', now(), $3) returning id`,
    [input.email, input.name ?? null, input.platformAdmin ?? false],
  );
  if (input.tenantId)
    await directoryQuery('insert into directory.memberships (tenant_id, user_id, role) values ($1, $2, $3)', [
      input.tenantId,
      user!.id,
      input.role,
    ]);
  const token = await openSession(user!.id);
  return { id: user!.id, token, cookie: `authjs.session-token=${token}` };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A copy of all data that can be downloaded. */
async function doneExport(access: Access, mark: string): Promise<string> {
  const id = randomUUID();
  await mkdir(exportsFolder(access.tenant.id), { recursive: true });
  await writeFile(exportPath(access.tenant.id, id), `${mark} copy`);
  await withTenant(access, (work) =>
    work.execute(
      `insert into app.exports (tenant_id, id, status, progress, size, requested_by, created_at, finished_at, expires_at)
       values ($1, $2, 'done', 1, 9, $3, $4, $4, $4::timestamptz + interval '7 days')`,
      [work.tenant.id, id, `${mark} owner`, work.now],
    ),
  );
  return id;
}

/** A firm with something of everything that has an address of its own. */
export async function firm(mark: string): Promise<Firm> {
  const slug = `walls-${randomBytes(5).toString('hex')}`;
  const [tenant] = await directoryQuery<{ id: string }>(
    `insert into directory.tenants (slug, name, currency, locale, zone) values ($1, $2, 'EUR', 'en', 'UTC') returning id`,
    [slug, `${mark} trading`],
  );
  const tenantId = tenant!.id;
  const access = (await accessForOperator(slug))!;
  const people = {} as Record<MemberRole, string>;
  const ids = {} as Record<MemberRole, string>;
  for (const role of memberRoles) {
    const made = await person({
      email: `${role}-${slug}@${mark.toLowerCase()}.example`,
      name: `${mark} ${role}`,
      tenantId,
      role,
    });
    people[role] = made.cookie;
    ids[role] = made.id;
  }
  const feed = await testFeed(access, `${mark} feed`);
  const sales = markedSales(mark);
  const run = (await ingest(access, feed, sales.file, sales.mapping)).id;
  const milestone = await withTenant(access, (work) =>
    createMilestone(work, { kpi: 'C07', target: 90, startOn: '2026-01-01', dueOn: '2027-01-01', title: `${mark} aim` }),
  );
  const note = await withTenant(access, (work) => addNote(work, { day: '2026-03-01', text: `${mark} note` }));
  const unsubscribe = newUnsubscribeToken(tenantId);
  const delivery = randomUUID();
  await withTenant(access, async (work) => {
    await work.execute(
      `insert into app.digest_subscriptions (tenant_id, user_id, digest, active, unsubscribe_token)
       values ($1, $2, 'daily', false, $3)`,
      [tenantId, ids.owner, unsubscribe],
    );
    await work.execute(
      `insert into app.digest_deliveries (tenant_id, id, user_id, digest, period, status, subject, html, text, sent_at)
       values ($1, $2, $3, 'daily', '2026-03-01', 'sent', $4, $4, $4, now())`,
      [tenantId, delivery, ids.owner, `${mark} morning`],
    );
  });
  const invitationToken = randomBytes(32).toString('base64url');
  const [invitation] = await directoryQuery<{ id: string }>(
    `insert into directory.invitations (tenant_id, email, role, locale, token_hash, invited_by, sent_at, expires_at)
     values ($1, $2, 'viewer', 'en', $3, $4, now(), now() + interval '7 days') returning id`,
    [tenantId, `invited-${slug}@${mark.toLowerCase()}.example`, sha256(invitationToken), `${mark} owner`],
  );
  const [key] = await directoryQuery<{ id: string }>(
    `insert into directory.api_keys (tenant_id, name, role, hash, prefix) values ($1, $2, 'viewer', $3, 'fw_walls') returning id`,
    [tenantId, `${mark} key`, sha256(randomUUID())],
  );
  const [session] = await directoryQuery<{ id: string }>('select id from directory.sessions where user_id = $1', [
    ids.viewer,
  ]);
  const [grant] = await directoryQuery<{ id: string }>(
    `insert into directory.act_as_grants (admin_id, tenant_id, role, reason, ticket, ends_at, ended_at)
     values ($1, $2, 'viewer', $3, 'T-1', now(), now()) returning id`,
    [ids.owner, tenantId, `${mark} reason`],
  );
  const domain = `${slug}.${mark.toLowerCase()}.example`;
  await directoryQuery('insert into directory.domains (tenant_id, domain, challenge) values ($1, $2, $3)', [
    tenantId,
    domain,
    `${mark} challenge`,
  ]);
  const things: Things = {
    tenant: tenantId,
    feed,
    run,
    milestone: milestone.id,
    note: String((note as { id?: string } | undefined)?.id ?? note),
    delivery,
    export: await doneExport(access, mark),
    ticket: ticketOf(access, await uploadText(access, sales.file)),
    unsubscribe,
    invitation: invitation!.id,
    invitationToken,
    madeUpToken: randomBytes(32).toString('base64url'),
    key: key!.id,
    session: session!.id,
    grant: grant!.id,
    domain,
    ...Object.fromEntries(memberRoles.map((role) => [`${role}Id`, ids[role]])),
  };
  return { slug, mark, access, people, things };
}
