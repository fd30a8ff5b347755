import pg from 'pg';

/**
 * Has PostgreSQL count its tables now instead of when autovacuum comes by. A load that follows another within seconds is
 * otherwise planned as if the tables were empty. As the owner, who alone may.
 */
export async function refreshStatistics(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      // Only what has changed since it was last counted.
      `select format('%I.%I', s.schemaname, s.relname) as name from pg_stat_user_tables s
       where s.schemaname = 'app' and s.n_mod_since_analyze > 0`,
    );
    for (const { name } of rows) await client.query(`analyze ${name}`);
  } finally {
    await client.end();
  }
}
