import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedPostgres, removeEmbeddedPostgres, startEmbeddedPostgres } from '@/lib/embedded-postgres';

let dataDir: string;
let servers: EmbeddedPostgres[];
let copies: string[];

const start = async () => {
  const server = await startEmbeddedPostgres({ dataDir, durable: true });
  servers.push(server);
  return server;
};

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'fairway-postgres-'));
  chmodSync(dataDir, 0o755);
  servers = [];
  copies = [];
});

afterEach(async () => {
  for (const server of servers) await server.stop();
  for (const folder of [dataDir, ...copies]) {
    await removeEmbeddedPostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  }
});

test('starts from nothing with UTF-8, fsync and a password', async () => {
  const server = await start();
  expect(server.adopted).toBe(false);
  expect(await ask(server.url, 'show server_encoding')).toBe('UTF8');
  expect(await ask(server.url, 'show fsync')).toBe('on');
  expect(await ask(server.url, "select lower('ÄÖ')")).toBe('äö');
  const wrong = new URL(server.url);
  wrong.password = 'guess';
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
});

test('stops, and keeps its rows, port and password for the next start', async () => {
  const first = await start();
  await ask(first.url, 'create table kept as select 7 as number');
  expect(await first.stop()).toBe('stopped');
  await first.ended;
  await expect(ask(first.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);

  const second = await start();
  expect(second).toMatchObject({ adopted: false, url: first.url });
  expect(await ask(second.url, 'select number from kept')).toBe(7);
});

test('adopts a running server, which the last user stops', async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ adopted: true, url: first.url, pid: first.pid });
  expect(await first.stop()).toBe('still in use');
  expect(await ask(second.url, 'select 1')).toBe(1);
  expect(await second.stop()).toBe('stopped');
});

test('many starts at once make one server', async () => {
  const started = await Promise.all([start(), start(), start(), start()]);
  expect(new Set(started.map((server) => server.pid)).size).toBe(1);
});

test('recovers committed rows after a kill -9 of the server', async () => {
  const first = await start();
  await ask(first.url, 'create table kept as select generate_series(1, 10000) as number');
  process.kill(first.pid, 'SIGKILL');
  await first.ended;

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(second.pid).not.toBe(first.pid);
  expect(await ask(second.url, 'select count(*)::int from kept')).toBe(10000);
});

test('survives a kill -9 of the process that started it, and is adopted', async () => {
  const code = `import { startEmbeddedPostgres } from '@/lib/embedded-postgres';
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: true });
    console.log(server.pid); setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [pid] = await once(starter.stdout, 'data');
  starter.kill('SIGKILL');
  await once(starter, 'exit');

  const server = await start();
  expect(server).toMatchObject({ adopted: true, pid: Number(pid) });
  expect(await ask(server.url, 'select 1')).toBe(1);
  expect(await server.stop()).toBe('stopped');
});

test('a pid file whose number now belongs to a stranger is no obstacle', async () => {
  const first = await start();
  const { cluster } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { cluster: string };
  const pidFile = join(cluster, 'postmaster.pid');
  const text = readFileSync(pidFile, 'utf8');
  await first.stop();
  writeFileSync(pidFile, text.replace(/^\d+/, String(process.pid)));

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await ask(second.url, 'select 1')).toBe(1);
});

test('a set-up that was killed half-way is begun again', async () => {
  const first = await start();
  await first.stop();
  const { cluster } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { cluster: string };
  renameSync(cluster, `${cluster}.new`);
  rmSync(join(`${cluster}.new`, 'PG_VERSION'));

  expect(await ask((await start()).url, 'select 1')).toBe(1);
});

test('a copied data folder holds a database of its own', async () => {
  const first = await start();
  await ask(first.url, 'create table kept as select 7 as number');
  await first.stop();
  const original = dataDir;
  const copy = mkdtempSync(join(tmpdir(), 'fairway-postgres-'));
  copies.push(copy);
  execFileSync('cp', ['-a', `${original}/.`, copy]);
  dataDir = copy;
  const second = await start();
  await ask(second.url, 'update kept set number = 8 returning number');
  await second.stop();
  dataDir = original;
  expect(await ask((await start()).url, 'select number from kept')).toBe(7);
});

test('a database of another major version is named, never passed over for an empty one', async () => {
  await (await start()).stop();
  const file = join(dataDir, 'postgres.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/postgresql-\d+/, 'postgresql-9'));
  await expect(start()).rejects.toThrow(/another major version/);
  writeFileSync(file, text);
});

test('moves to another port when somebody has taken its own', async () => {
  const first = await start();
  await first.stop();
  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
  await once(squatter, 'listening');
  const second = await start();
  squatter.close();
  expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
  expect(await ask(second.url, 'select 1')).toBe(1);
});

test('works in a folder that is closed to others, also when root starts it', async () => {
  chmodSync(dataDir, 0o700);
  const first = await start();
  await ask(first.url, 'create table kept as select 7 as number');
  await first.stop();
  const second = await start();
  expect(await ask(second.url, 'select number from kept')).toBe(7);
});
