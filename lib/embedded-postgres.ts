import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureCluster, OWNER_ROLE } from '@/lib/embedded-postgres/cluster';
import { openHome } from '@/lib/embedded-postgres/home';
import { findPostmaster, servesCluster } from '@/lib/embedded-postgres/postmaster';
import { answers, ensureDatabase, launchServer, stopServer } from '@/lib/embedded-postgres/server';
import { signOn, usersOf } from '@/lib/embedded-postgres/users';
import { waitForLock } from '@/lib/lock-file';

export type EmbeddedPostgres = {
  /** Connection string of the owner (a superuser) to the database `fairway`. */
  url: string;
  /** Process id of the server. */
  pid: number;
  /** True when the server was already running, e.g. left over by a killed launcher. */
  adopted: boolean;
  /** Resolves when the server is gone, for whatever reason. */
  ended: Promise<void>;
  /** Stops the server, unless another living process uses it too: the last one out turns off the light. */
  stop(): Promise<'stopped' | 'still in use'>;
};

/**
 * Starts the PostgreSQL of this data folder, making it when there is none, or adopts the one that runs. Loopback only.
 * `durable: false` trades crash safety for speed and is for tests. Errors are sentences for the operator.
 */
export async function startEmbeddedPostgres(options: { dataDir: string; durable: boolean }): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true });
  const startLock = join(options.dataDir, 'postgres.lock');
  const locked = async <T>(task: () => Promise<T>): Promise<T> => {
    const lock = await waitForLock(startLock, 180);
    try {
      return await task();
    } finally {
      lock.release();
    }
  };

  return locked(async () => {
    const home = openHome(options.dataDir);
    ensureCluster(home);
    const running = await findPostmaster(home.cluster);
    if (running) {
      if (!(await answers(home, running))) {
        throw new Error(
          `The database of ${home.dataDir} (process ${running.pid}) runs but does not answer with our password; see ${home.log}.`,
        );
      }
      if (running.port !== home.port) home.remember({ port: running.port });
    }
    const { pid } = running ?? (await launchServer(home, options.durable));
    await ensureDatabase(home);
    const signOff = signOn(home.dataDir);

    return {
      url: `postgres://${OWNER_ROLE}:${encodeURIComponent(home.password)}@127.0.0.1:${home.port}/fairway`,
      pid,
      adopted: running !== null,
      ended: gone(pid, home.cluster),
      stop: () =>
        locked(async () => {
          signOff();
          if (usersOf(home.dataDir).length > 0) return 'still in use';
          await stopServer(pid, home.cluster);
          return 'stopped';
        }),
    };
  });
}

async function gone(pid: number, cluster: string): Promise<void> {
  while (servesCluster(pid, cluster)) await sleep(500, undefined, { ref: false });
}

/** Stops the server of this data folder, whoever uses it, and deletes its database. For tests and a demo's reset. */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  const file = join(dataDir, 'postgres.json');
  if (!existsSync(file)) return;
  const { cluster } = JSON.parse(readFileSync(file, 'utf8')) as { cluster: string };
  const running = await findPostmaster(cluster);
  if (running) await stopServer(running.pid, cluster);
  // A cluster outside the data folder has a folder of its own around it.
  rmSync(cluster.startsWith(realpathSync(dataDir)) ? cluster : dirname(cluster), { recursive: true, force: true });
  rmSync(file);
}
