import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
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
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : [];
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
  try {
    project.provide('testCluster', {
      url: server.url,
      template: await ensureTemplate(server.url, project.config.env.AUTH_SECRET!),
    });
  } finally {
    lock.release();
  }
  return async () => {
    await server.stop();
  };
}

async function ensureTemplate(url: string, secret: string): Promise<string> {
  const template = `template_${fingerprint()}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select datname as name from pg_database where datname like 'template\\_%' or datname like 'test\\_%'",
    );
    for (const { name } of rows) {
      // Databases of test runs that were killed, and a template that was left half-made.
      const maker = /^test_(\d+)_/.exec(name)?.[1];
      if (maker ? startOfProcess(Number(maker)) === null : name === 'template_draft')
        await client.query(`drop database if exists ${name} with (force)`);
    }
    if (rows.some(({ name }) => name === template)) return template;
    await client.query('create database template_draft');
    const draft = new URL(url);
    draft.pathname = '/template_draft';
    if (existsSync('workers/queue-schema.ts')) {
      const { migrate } = await import('@/db/migrate');
      await migrate(draft.href, secret);
    }
    await client.query(`alter database template_draft rename to ${template}`);
    return template;
  } finally {
    await client.end();
  }
}
