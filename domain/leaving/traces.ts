import { directoryQuery } from '@/db/client';
import { messageIdOf } from '../mail/deliver-letters';
import { mailCopiesOf } from '../mail/mailbox-folder';
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

/** Somebody whose account goes with the firm. */
export interface OnlyHere {
  id: string;
  email: string;
}

/**
 * Which rows of these tables speak of the firm ($1, its id) or of people who are nowhere else ($2, their addresses and ids). By
 * the same words they are counted and deleted.
 */
export const namedIn: Readonly<Record<string, string>> = {
  letters: 'tenant_id::text = $1 or email = any($2)',
  tokens: 'email = any($2) or strpos(detail::text, $1) > 0',
  // Keys end with an account, which is an address or an id; that of a mail domain begins with the firm's.
  sign_in_failures: `strpos(key, $1) > 0 or exists (select from unnest($2::text[]) who where right(key, length(who) + 1) = ':' || who)`,
};

/** The parameters of these. */
export const namedBy = (tenantId: string, people: readonly OnlyHere[]): [string, string[]] => [
  tenantId,
  people.flatMap(({ id, email }) => [id, email]),
];

/** Tables of the directory that name a firm. The proof of the erasure itself is not a trace. */
async function directoryTables(): Promise<string[]> {
  const rows = await directoryQuery<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
     where n.nspname = 'directory' and c.relkind = 'r' and c.relname <> 'erasures' order by 1`,
  );
  return rows.map((row) => row.name);
}

/** Rows of the directory that are the firm's, or of people who are nowhere else. `query` may be a transaction's. */
export async function directoryTraces(
  tenantId: string,
  people: readonly OnlyHere[],
  query = directoryQuery,
): Promise<Traces> {
  const traces: Traces = {};
  const count = async (table: string, where: string, params: unknown[]) => {
    const [row] = await query<{ n: number }>(`select count(*) as n from directory."${table}" where ${where}`, params);
    traces[`directory.${table}`] = row!.n;
  };
  await count('tenants', 'id = $1', [tenantId]);
  await count('users', 'id = any($1)', [people.map(({ id }) => id)]);
  for (const table of await directoryTables())
    if (!(table in namedIn)) await count(table, 'tenant_id = $1', [tenantId]);
  for (const [table, where] of Object.entries(namedIn)) await count(table, where, namedBy(tenantId, people));
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
  return mailCopiesOf(ids);
}

/** Files of the firm by folder. */
export async function fileTraces(access: Access): Promise<Traces> {
  const traces: Traces = {};
  for (const { name, path } of tenantFolders(access.tenant.id)) traces[`files.${name}`] = (await filesIn(path)).length;
  traces['files.mailbox'] = (await mailCopies(access)).length;
  return traces;
}
