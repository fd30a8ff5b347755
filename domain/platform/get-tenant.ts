import { directoryQuery } from '@/db/client';
import { notFound } from '../errors';
import type { MemberRole } from '../permissions';
import type { Standing } from '../tenants/access';
import type { PlatformAccess } from './access';
import type { PlatformEntry } from './list-entries';
import type { FailedRun, FeedLine } from './summary';

export interface VisitLine {
  id: string;
  admin: string;
  role: MemberRole;
  readOnly: boolean;
  reason: string;
  ticket: string;
  startedAt: Date;
  endsAt: Date;
  endedAt: Date | null;
}

/** One firm as the desk sees it: who is in it by role, how its feeds stand, what failed, what we did there. */
export interface TenantAtDesk {
  id: string;
  slug: string;
  name: string;
  plan: string;
  zone: string;
  currency: string;
  status: Standing['status'];
  statusReason: string | null;
  statusSince: Date | null;
  bitesAt: Date | null;
  createdAt: Date;
  members: { role: MemberRole; count: number; seenAt: Date | null }[];
  owners: string[];
  asOf: Date | null;
  feeds: FeedLine[];
  failedRuns: FailedRun[];
  openRuns: number;
  openRejects: number;
  rows: number;
  rows30d: number;
  uploadBytes: number;
  failedDigests: number;
  dataUntil: Date | null;
  visits: VisitLine[];
  entries: PlatformEntry[];
}

type Json<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };
type Row = Omit<TenantAtDesk, 'members' | 'visits' | 'entries'> & {
  members: Json<TenantAtDesk['members'][number]>[];
  visits: Json<VisitLine>[];
  entries: Json<PlatformEntry>[];
};

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** One firm, in one query of the directory. Refusal: `not_found`. */
export async function getTenantAtDesk(_platform: PlatformAccess, slug: string): Promise<TenantAtDesk> {
  const [row] = await directoryQuery<Row>(
    `select t.id, t.slug, t.name, t.plan, t.zone, t.currency, t.status, t.status_reason as "statusReason",
       t.status_since as "statusSince", t.status_bites_at as "bitesAt", t.created_at as "createdAt",
       coalesce((select jsonb_agg(x) from (select m.role, count(*)::int as count,
            greatest(max(m.last_seen_at), max(y.last_seen_at)) as "seenAt"
          from directory.memberships m left join lateral (select max(s.last_seen_at) as last_seen_at from directory.sessions s
            where s.user_id = m.user_id) y on true
          where m.tenant_id = t.id group by m.role
          order by array_position(array['owner', 'admin', 'analyst', 'viewer'], m.role)) x), '[]') as members,
       coalesce((select jsonb_agg(u.email order by u.email) from directory.memberships m join directory.users u on u.id = m.user_id
          where m.tenant_id = t.id and m.role = 'owner'), '[]') as owners,
       s.as_of as "asOf", coalesce(s.feeds, '[]') as feeds, coalesce(s.failed_runs, '[]') as "failedRuns",
       coalesce(s.open_runs, 0) as "openRuns", coalesce(s.open_rejects, 0) as "openRejects", coalesce(s.rows, 0) as rows,
       coalesce(s.rows_30d, 0) as "rows30d", coalesce(s.upload_bytes, 0) as "uploadBytes",
       coalesce(s.failed_digests, 0) as "failedDigests", s.data_until as "dataUntil",
       coalesce((select jsonb_agg(v) from (select g.id, u.email as admin, g.role, g.read_only as "readOnly", g.reason, g.ticket,
            g.started_at as "startedAt", g.ends_at as "endsAt", g.ended_at as "endedAt"
          from directory.act_as_grants g join directory.users u on u.id = g.admin_id where g.tenant_id = t.id
          order by g.started_at desc limit 20) v), '[]') as visits,
       coalesce((select jsonb_agg(e) from (select id, admin, fact, detail, address, at from directory.platform_entries
          where tenant_id = t.id order by at desc, id desc limit 30) e), '[]') as entries
     from directory.tenants t left join directory.tenant_summaries s on s.tenant_id = t.id where t.slug = $1`,
    [slug],
  );
  if (!row) throw notFound('tenant');
  return {
    ...row,
    members: row.members.map((m) => ({ ...m, seenAt: date(m.seenAt) })),
    visits: row.visits.map((v) => ({
      ...v,
      startedAt: new Date(v.startedAt),
      endsAt: new Date(v.endsAt),
      endedAt: date(v.endedAt),
    })),
    entries: row.entries.map((e) => ({ ...e, at: new Date(e.at) })),
  };
}
