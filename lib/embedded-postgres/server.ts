import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { OWNER_ROLE, serverEnvironment } from '@/lib/embedded-postgres/cluster';
import type { Home } from '@/lib/embedded-postgres/home';
import { type Postmaster, servesCluster } from '@/lib/embedded-postgres/postmaster';
import { serverSettings } from '@/lib/embedded-postgres/settings';

const DATABASE = 'fairway';
/** Recovery after a crash may have to read back all of `max_wal_size`. */
const START_SECONDS = 180;

function client(home: Home, port: number, database: string): Client {
  return new Client({
    host: '127.0.0.1',
    port,
    user: OWNER_ROLE,
    password: home.password,
    database,
    connectionTimeoutMillis: 5000,
  });
}

type Answer = 'ours' | 'not yet' | 'not ours';

async function ask(home: Home, port: number): Promise<Answer> {
  const connection = client(home, port, 'postgres');
  connection.on('error', () => {});
  try {
    await connection.connect();
    const { rows } = await connection.query<{ folder: string }>("select current_setting('data_directory') as folder");
    return rows[0]?.folder === home.cluster ? 'ours' : 'not ours';
  } catch (error) {
    // 28P01: wrong password. Everything else may pass: refused, starting up, too many connections.
    return (error as { code?: string }).code === '28P01' ? 'not ours' : 'not yet';
  } finally {
    await connection.end().catch(() => {});
  }
}

/** Waits for a server that may still be recovering; false when it is not ours or does not come up. */
export async function answers(home: Home, server: Postmaster): Promise<boolean> {
  for (let tries = 0; tries < START_SECONDS * 10; tries++) {
    const answer = await ask(home, server.port);
    if (answer !== 'not yet') return answer === 'ours';
    if (!servesCluster(server.pid, home.cluster)) return false;
    await sleep(100);
  }
  return false;
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      wanted !== 0 && error.code === 'EADDRINUSE' ? resolve(freePort(0)) : reject(error),
    );
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Starts the server on the remembered port, or on another free one, and waits until it answers. */
export async function launchServer(home: Home, durable: boolean): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    home.remember({ port: await freePort(home.port) });
    const server = { pid: runServer(home, durable), port: home.port };
    if (await answers(home, server)) return server;
    // Somebody may have taken the port in between: try again with the next free one before giving up.
    if (attempt === 3) throw new Error(`The database in ${home.cluster} did not start: ${lastWords(home.log)}`);
  }
}

function runServer(home: Home, durable: boolean): number {
  if ((statSync(home.log, { throwIfNoEntry: false })?.size ?? 0) > 10 * 1024 * 1024) truncateSync(home.log);
  const log = openSync(home.log, 'a', 0o600);
  const settings = Object.entries({ port: String(home.port), ...serverSettings(durable) });
  // A process group of its own: Ctrl-C in the terminal is for the launcher, which stops the database last.
  const server = spawn(
    home.binaries.postgres,
    ['-D', home.cluster, ...settings.map(([key, value]) => `--${key}=${value}`)],
    {
      stdio: ['ignore', log, log],
      detached: true,
      cwd: home.cluster,
      env: serverEnvironment(),
      ...home.user,
    },
  );
  server.on('error', () => {});
  server.unref();
  closeSync(log);
  if (server.pid === undefined) throw new Error(`The program ${home.binaries.postgres} cannot be started.`);
  return server.pid;
}

function lastWords(log: string): string {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8);
  return lines.filter((line) => /FATAL|ERROR|HINT|PANIC|error/.test(line)).join(' ') || lines.join(' ');
}

/** Makes the database where it is missing. */
export async function ensureDatabase(home: Home): Promise<void> {
  const connection = client(home, home.port, 'postgres');
  await connection.connect();
  try {
    const { rowCount } = await connection.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await connection.query(`create database ${DATABASE}`);
  } finally {
    await connection.end();
  }
}

/** Ends open sessions and stops the server in good order; if it hangs, at once (it then recovers at its next start). */
export async function stopServer(pid: number, cluster: string): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 60],
    ['SIGQUIT', 10],
    ['SIGKILL', 10],
  ] as const) {
    if (!servesCluster(pid, cluster)) return;
    process.kill(pid, signal);
    for (let tries = 0; tries < seconds * 20 && servesCluster(pid, cluster); tries++) await sleep(50);
  }
}
