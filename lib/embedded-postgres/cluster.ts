import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Home } from '@/lib/embedded-postgres/home';

/** The role that owns everything and migrates; the application itself never signs in with it. */
export const OWNER_ROLE = 'fairway_owner';

/** Makes the cluster's files where there are none yet. Done whole or not at all, also when killed in between. */
export function ensureCluster(home: Home): void {
  if (existsSync(home.cluster)) return;
  const draft = `${home.cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  // Not in the system's folder for such things: it may be closed or full, and this one the server's user can reach.
  const secretFolder = mkdtempSync(join(dirname(home.cluster), '.initdb-'));
  const passwordFile = join(secretFolder, 'password');
  try {
    writeFileSync(passwordFile, home.password, { mode: 0o600 });
    if (home.user)
      for (const path of [draft, secretFolder, passwordFile]) chownSync(path, home.user.uid, home.user.gid);
    const made = spawnSync(
      home.binaries.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${OWNER_ROLE}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      { encoding: 'utf8', cwd: '/', env: serverEnvironment(), ...home.user },
    );
    if (made.status !== 0) {
      const why = made.error?.message ?? (made.stderr.trim() || made.signal);
      throw new Error(`The database could not be set up in ${home.cluster}: ${why}`);
    }
    renameSync(draft, home.cluster);
  } finally {
    rmSync(secretFolder, { recursive: true, force: true });
  }
}

/** The server gets none of our secrets, and no PG* or LC_* settings of the person who starts it. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;
}
