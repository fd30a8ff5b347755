import type pg from 'pg';

/** First key of the advisory locks; the second is a hash of what is locked. */
const NAMESPACE = 726_101;

export interface TenantLocks {
  /** Takes the lock if nobody has it, in this process or another; answers how to give it back, or null. */
  take(name: string): Promise<(() => Promise<void>) | null>;
  close(): void;
}

/**
 * Locks that live as long as the process that holds them: PostgreSQL drops them with its connection. All of this process's
 * locks share one connection. They serve fairness, not correctness: two jobs of a tenant at once are slow, not wrong.
 */
export function openTenantLocks(pool: pg.Pool): TenantLocks {
  const held = new Set<string>();
  let opening: Promise<pg.PoolClient> | null = null;

  const connection = (): Promise<pg.PoolClient> => {
    opening ??= pool.connect().then((client) => {
      client.on('error', () => {
        if (!opening) return;
        opening = null;
        client.release(true);
      });
      return client;
    });
    return opening;
  };

  return {
    async take(name) {
      if (held.has(name)) return null;
      held.add(name);
      try {
        const client = await connection();
        const { rows } = await client.query<{ taken: boolean }>(
          'select pg_try_advisory_lock($1, hashtext($2)) as taken',
          [NAMESPACE, name],
        );
        if (rows[0]?.taken)
          return async () => {
            held.delete(name);
            // On another connection than took it this is a warning of the server, no more.
            const present = await connection();
            await present.query('select pg_advisory_unlock($1, hashtext($2))', [NAMESPACE, name]).catch(() => {});
          };
      } catch (error) {
        held.delete(name);
        throw error;
      }
      held.delete(name);
      return null;
    },
    close() {
      const client = opening;
      opening = null;
      client?.then(
        (open) => open.release(true),
        () => {},
      );
    },
  };
}
