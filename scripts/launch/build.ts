import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForLock } from '@/lib/lock-file';
import { step } from './progress.mjs';
import { runLogged } from './run-logged.mjs';

/** Folders that no page is made of. Any other one, also a new one, counts. */
const apart = ['cli', 'docs', 'e2e', 'node_modules', 'scripts', 'test-results'];
const stamp = join('.next', 'fairway-build');

/** Everything that decides what the built pages look like. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.versions.node);
  const add = (path: string) => hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  const settings = readdirSync('.').filter(
    (name) => /\.(ts|tsx|mjs|js|json)$/.test(name) && !/^(biome|vitest|playwright|next-env|drizzle)/.test(name),
  );
  for (const name of settings.sort()) add(name);
  const folders = readdirSync('.', { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !apart.includes(entry.name),
  );
  for (const { name } of folders) {
    const entries = readdirSync(name, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const path of files.sort()) if (!/\.test\.tsx?$|\bfixtures\b/.test(path)) add(path);
  }
  return hash.digest('hex');
}

/** Builds the pages, unless they are already built from exactly these files. */
export async function ensureBuilt(dataDir: string, signal?: AbortSignal): Promise<void> {
  const lock = await waitForLock(join('node_modules', '.fairway-build.lock'), 600);
  try {
    const wanted = fingerprint();
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
    await step('Building the pages', async () => {
      rmSync(stamp, { force: true });
      const log = join(dataDir, 'logs', 'build.log');
      // Pages are built for production whatever the surrounding shell has set.
      const env = { ...process.env, NODE_ENV: 'production' as const };
      await runLogged(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
        log,
        env,
        signal,
        what: 'next build',
      });
      mkdirSync('.next', { recursive: true });
      writeFileSync(stamp, wanted);
    });
  } finally {
    lock.release();
  }
}
