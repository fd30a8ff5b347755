import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/db/migrate';
import { startEmbeddedPostgres } from '@/lib/embedded-postgres';
import { waitForLock } from '@/lib/lock-file';
import { startOfProcess } from '@/lib/running-process';

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: { url: string; template: string };
  }
}

/** Everything that decides what an empty, migrated database looks like. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of ['db', 'records', 'workers']) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files) {
      if (!/\.(sql|json|ts)$/.test(file) || /\.test\.ts$|^(seed|test-|jobs)/.test(file)) continue;
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(folder, file)))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 12);
}

/** Vitest's global set-up: one server for all test files, and one migrated database for them to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = join(project.config.root, '.data', 'test');
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  const lock = await waitForLock(join(dataDir, 'template.lock'), 180);
  const client = new Client({ connectionString: server.url });
  try {
    await client.connect();
    const template = `template_${fingerprint()}`;
    // A server that already ran may be serving another test run, with a template of its own.
    await dropLeftOvers(client, (name) => name === template || (server.adopted && name !== 'template_draft'));
    await ensureTemplate(client, server.url, template, project.config.env.AUTH_SECRET!);
    project.provide('testCluster', { url: server.url, template });
  } finally {
    await client.end();
    lock.release();
  }
  return async () => {
    await server.stop();
  };
}

/** Drops what killed test runs and earlier migrations have left. */
async function dropLeftOvers(client: Client, isTemplateInUse: (name: string) => boolean): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where datname like 'template\\_%' or datname like 'test\\_%'",
  );
  for (const { name } of rows) {
    const maker = /^test_(\d+)_/.exec(name)?.[1];
    const inUse = maker ? startOfProcess(Number(maker)) !== null : isTemplateInUse(name);
    if (!inUse) await client.query(`drop database if exists ${name} with (force)`);
  }
}

async function ensureTemplate(client: Client, url: string, template: string, secret: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
  if (rowCount) return;
  await client.query('create database template_draft');
  const draft = new URL(url);
  draft.pathname = '/template_draft';
  await migrate(draft.href, secret);
  await client.query(`alter database template_draft rename to ${template}`);
}
