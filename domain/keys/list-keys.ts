import type { MemberRole } from '../permissions';
import type { Work } from '../work';

export interface ApiKey {
  id: string;
  name: string;
  role: MemberRole;
  /** Its first characters; empty for keys of before they were kept. */
  prefix: string;
  /** The address of the person, the name of the key, or the job that made it. */
  createdBy: string | null;
  createdAt: Date;
  /** To a minute. */
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  state: 'active' | 'expired' | 'revoked';
}

/** All keys of the tenant that there ever were, the newest first. The keys themselves nobody knows any more. */
export async function listKeys(work: Work): Promise<ApiKey[]> {
  work.require('key.read');
  return work.query<ApiKey>(
    `select id, name, role, prefix, created_by as "createdBy", created_at as "createdAt", last_used_at as "lastUsedAt",
       expires_at as "expiresAt", revoked_at as "revokedAt",
       case when revoked_at is not null then 'revoked' when expires_at <= $2 then 'expired' else 'active' end as state
     from directory.api_keys where tenant_id = $1 order by created_at desc, id`,
    [work.tenant.id, work.now],
  );
}
