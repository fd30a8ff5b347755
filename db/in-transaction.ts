import type pg from 'pg';

/**
 * Runs `body` in one transaction on a connection of the pool: commits when it returns, rolls back when it throws.
 * @param tenantId a uuid that domain/tenants/ways-in.ts has checked, so it can stand in the text; null: no tenant's rows are there
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  tenantId: string | null,
  body: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(tenantId ? `begin; set local app.tenant_id = '${tenantId}'` : 'begin');
    const result = await body(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((e: Error) => {
      broken = e;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
