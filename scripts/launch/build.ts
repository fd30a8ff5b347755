import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForLock } from '@/lib/lock-file';
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
  add(join('scripts', 'launch', 'build.ts'));
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

/**
 * Asks the browser to compile the scripts that every page runs while it loads them, beside the page's thread. Without the line each of
 * their functions is compiled when it is first called: half of the start's work, on the thread that the reader waits for
 * (docs/decisions/032-first-paint.md). A browser that does not know the line reads a comment.
 */
function hintCompilation(): void {
  const { rootMainFiles } = JSON.parse(readFileSync(join('.next', 'build-manifest.json'), 'utf8'));
  for (const name of rootMainFiles as string[]) {
    const path = join('.next', name);
    writeFileSync(path, `//# allFunctionsCalledOnLoad\n${readFileSync(path, 'utf8')}`);
  }
}

/** Begins to build the pages; null when they are already built from exactly these files. */
export function startBuild(dataDir: string, signal: AbortSignal): Promise<void> | null {
  const wanted = fingerprint();
  const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isBuilt()) return null;
  const building = (async () => {
    const lock = await waitForLock(join('node_modules', '.fairway-build.lock'), 600);
    try {
      if (isBuilt()) return; // by another start, meanwhile
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
      hintCompilation();
      writeFileSync(stamp, wanted);
    } finally {
      lock.release();
    }
  })();
  building.catch(() => {}); // told to whoever awaits it
  return building;
}
