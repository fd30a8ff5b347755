import { join } from 'node:path';
import { directoryQuery } from '@/db/client';
import { env } from '@/lib/env';
import { messageIdOf } from '../mail/deliver-letters';
import { mailsIn } from '../mail/mailbox-folder';
import type { Access } from '../tenants/access';
import { withTenant } from '../work';
import { filesIn, tenantFolders } from './folders';
import { tenantTables } from './tenant-tables';

/** How many rows or files of a firm there are, by place; places by schema and table, or by folder. */
export type Traces = Record<string, number>;

export const anyLeft = (traces: Traces): boolean => Object.values(traces).some((n) => n > 0);

/** Rows of the firm in each table of schema app. */
export const rowTraces = (access: Access): Promise<Traces> =>
  withTenant(
    access,
    async (work) => {
      const traces: Traces = {};
      for (const { name } of (await tenantTables(work)).sort((a, b) => a.name.localeCompare(b.name))) {
        const [row] = await work.query<{ n: number }>(`select count(*) as n from app."${name}" where tenant_id = $1`, [
          work.tenant.id,
        ]);
        traces[`app.${name}`] = row!.n;
      }
      return traces;
    },
    { snapshot: true },
  );

/** People who are members of this firm and of no other, and are no platform admins: their accounts go with it. */
export const onlyHere = `select u.id, u.email from directory.memberships m join directory.users u on u.id = m.user_id
  where m.tenant_id = $1 and not u.platform_admin
    and not exists (select from directory.memberships o where o.user_id = u.id and o.tenant_id <> $1)`;

/** Tables of the directory that name a firm. The proof of the erasure itself is not a trace. */
async function directoryTables(): Promise<string[]> {
  const rows = await directoryQuery<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
     where n.nspname = 'directory' and c.relkind = 'r' and c.relname <> 'erasures' order by 1`,
  );
  return rows.map((row) => row.name);
}

/** Rows of the directory that are the firm's. `query` may be a transaction's. */
export async function directoryTraces(tenantId: string, query = directoryQuery): Promise<Traces> {
  const traces: Traces = {};
  const count = async (place: string, from: string) => {
    const [row] = await query<{ n: number }>(`select count(*) as n from ${from}`, [tenantId]);
    traces[place] = row!.n;
  };
  await count('directory.tenants', 'directory.tenants where id = $1');
  await count('directory.users', `(${onlyHere}) u`);
  for (const table of await directoryTables())
    await count(`directory.${table}`, `directory."${table}" where tenant_id = $1`);
  return traces;
}

/** Copies of the firm's mails in the mailbox folder, as paths. */
export async function mailCopies(access: Access): Promise<string[]> {
  const digests = await withTenant(access, (work) =>
    work.query<{ id: string }>(
      'select message_id as id from app.digest_deliveries where tenant_id = $1 and message_id is not null',
      [work.tenant.id],
    ),
  );
  const letters = await directoryQuery<{ id: string }>(
    `select id from directory.letters where tenant_id = $1 or email in (select email from (${onlyHere}) u)`,
    [access.tenant.id],
  );
  const ids = [...digests.map((row) => row.id), ...letters.map((row) => messageIdOf(row.id))];
  return mailsIn(join(env().FAIRWAY_DATA_DIR, 'mailbox'), ids);
}

/** Files of the firm by folder. */
export async function fileTraces(access: Access): Promise<Traces> {
  const traces: Traces = {};
  for (const { name, path } of tenantFolders(access.tenant.id)) traces[`files.${name}`] = (await filesIn(path)).length;
  traces['files.mailbox'] = (await mailCopies(access)).length;
  return traces;
}
