import pg from 'pg';

// What being read leaves behind, what the worker computes in its own time, and mails that anybody may ask for.
const passing = ['last_seen_at', 'last_used_at', 'updated_at'];
const computed =
  /^(measurements|partials?|breakdowns|scores|dirty_days|outbox|entity_|tenant_summaries|tokens$|letters$)|_partials$/;

/** All that a firm and its people have, as one hash a table. */
export async function fingerprint(ownerUrl: string, tenantId: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string; column: string }>(
      `select format('%I.%I', table_schema, table_name) as name,
         case when table_name in ('tenants', 'users') then 'id' when bool_or(column_name = 'tenant_id') then 'tenant_id' else 'user_id' end as column
       from information_schema.columns
       where table_schema in ('app', 'directory') and (column_name in ('tenant_id', 'user_id') or table_name in ('tenants', 'users'))
       group by table_schema, table_name order by 1`,
    );
    const prints: Record<string, string> = {};
    for (const { name, column } of tables) {
      if (computed.test(name.split('.')[1]!)) continue;
      const mine =
        name === 'directory.users' || column === 'user_id'
          ? `t.${column} in (select user_id from directory.memberships where tenant_id = $1)`
          : `t.${column} = $1`;
      const { rows } = await client.query<{ print: string | null }>(
        `select md5(string_agg(row, '|' order by row)) as print
         from (select (to_jsonb(t) - $2::text[])::text as row from ${name} t where ${mine}) rows`,
        [tenantId, passing],
      );
      prints[name] = rows[0]!.print ?? '';
    }
    return prints;
  } finally {
    await client.end();
  }
}

/** The same, once the worker has done what the firm's own beginnings gave it to do. */
export async function settledFingerprint(ownerUrl: string, tenantId: string): Promise<Record<string, string>> {
  let before = '';
  for (;;) {
    const print = await fingerprint(ownerUrl, tenantId);
    if (JSON.stringify(print) === before) return print;
    before = JSON.stringify(print);
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
}
