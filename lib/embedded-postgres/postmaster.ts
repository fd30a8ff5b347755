import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type Postmaster = { pid: number; port: number };

/** What the cluster's pid file says; null without one. The process need not live. */
function recorded(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/** Whether this living process is a PostgreSQL of this cluster: all of them work from inside its folder. */
export function servesCluster(pid: number, cluster: string): boolean {
  try {
    if (existsSync('/proc/self')) return readlinkSync(`/proc/${pid}/cwd`) === cluster;
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8', stdio: 'pipe' }).includes(
      cluster,
    );
  } catch {
    return false;
  }
}

function anyProcessOf(cluster: string): boolean {
  if (!existsSync('/proc/self')) return false;
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && servesCluster(Number(name), cluster));
}

/**
 * The server that runs on this cluster, if any. Clears a pid file that a killed server left behind, but only once its
 * last worker process is gone too: two servers on the same files would destroy them.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const found = recorded(cluster);
  if (!found) return null;
  if (servesCluster(found.pid, cluster)) return found;
  for (let tries = 0; anyProcessOf(cluster); tries++) {
    if (tries >= 300)
      throw new Error(`A killed database left processes behind that do not end; they work in ${cluster}.`);
    await sleep(100);
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return null;
}
