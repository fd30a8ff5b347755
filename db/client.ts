import { inspect } from 'node:util';
import pg from 'pg';
import { env } from '@/lib/env';
import { errorFields } from '@/lib/log';
import { type Role, urlForRole } from './roles';

// Counts and minor units fit a double exactly (below 2^53); dates stay text, as they have no zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

// An error of the database quotes the row that it refuses. Whoever prints one (the framework does) prints what a log may hold.
// Next evaluates this module more than once.
if (!Object.hasOwn(pg.DatabaseError.prototype, inspect.custom))
  Object.defineProperty(pg.DatabaseError.prototype, inspect.custom, {
    value(this: Error) {
      return JSON.stringify(errorFields(this));
    },
  });

export interface Database {
  ownerUrl: string;
  pool(role: Role): pg.Pool;
  close(): Promise<void>;
}

const poolSize: Record<Role, number> = { fairway_runtime: 10, fairway_directory: 4, fairway_jobs: 8 };

/** Opens pools, one a role, on first use. `ownerUrl` names server and database; the roles' passwords come from `secret`. */
export function openDatabase(ownerUrl: string, secret: string): Database {
  const pools = new Map<Role, pg.Pool>();
  return {
    ownerUrl,
    pool(role) {
      let pool = pools.get(role);
      if (!pool) {
        pool = new pg.Pool({
          connectionString: urlForRole(ownerUrl, role, secret),
          max: poolSize[role],
          application_name: role,
          // What is asked one after the other without waiting is sent at once and answered in turn (see withTenant).
          pipeline: role === 'fairway_runtime',
          idleTimeoutMillis: 30_000,
          connectionTimeoutMillis: 15_000,
          keepAlive: true,
        });
        // An idle connection that the server closes is not an error of ours: the pool opens another.
        pool.on('error', () => {});
        // One that is lost while it changes hands is told by the next query on it; unheard it would end the process.
        pool.on('connect', (client) => client.on('error', () => {}));
        pools.set(role, pool);
      }
      return pool;
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
      pools.clear();
    },
  };
}

// Next bundles this module more than once; the pools must still be one a process.
const holder = globalThis as { fairwayDatabase?: Database };

/** The process's database, from the environment. */
export function database(): Database {
  holder.fairwayDatabase ??= openDatabase(env().DATABASE_URL, env().AUTH_SECRET);
  return holder.fairwayDatabase;
}

/** Makes `db` the process's database (scripts and tests that bring their own). */
export function useDatabase(db: Database): void {
  holder.fairwayDatabase = db;
}

/**
 * A query on the directory: who signs in and where they may go. Not for tenant tables, which the role cannot read.
 * @param name of a statement that each request runs: a connection parses and plans it once
 */
export async function directoryQuery<T extends object>(
  text: string,
  params: unknown[] = [],
  name?: string,
): Promise<T[]> {
  const pool = database().pool('fairway_directory');
  return (await pool.query<T & pg.QueryResultRow>({ text, values: params, name })).rows;
}
