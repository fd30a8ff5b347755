import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLiving, markProcess, type ProcessMark } from '@/lib/running-process';

export type Lock = { release(): void };

function holder(path: string): ProcessMark | null {
  try {
    const mark = JSON.parse(readFileSync(path, 'utf8')) as ProcessMark;
    return isLiving(mark) ? mark : null;
  } catch {
    return null;
  }
}

/**
 * Takes the lock at this path for the life of this process, or says who has it. A lock whose holder was killed is taken
 * over.
 */
export function tryLock(path: string): { lock: Lock } | { heldBy: number } {
  const mine = markProcess(process.pid);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      try {
        // A link is made with its content or not at all, so a lock is never seen half-written.
        linkSync(draft, path);
        return { lock: { release: () => rmSync(path, { force: true }) } };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const current = holder(path);
      if (current) return { heldBy: current.pid };
      moveStaleAway(path);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function moveStaleAway(path: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // somebody else was quicker
  }
  // Between the look and the move another process may have taken the lock: give it back.
  if (holder(aside)) {
    try {
      linkSync(aside, path);
    } catch {
      // a third one has it by now
    }
  }
  unlinkSync(aside);
}

/** Waits until the lock is free and takes it. Error: not free within the given seconds. */
export async function waitForLock(path: string, seconds: number): Promise<Lock> {
  for (let tries = 0; ; tries++) {
    const taken = tryLock(path);
    if ('lock' in taken) return taken.lock;
    if (tries >= seconds * 10) throw new Error(`Process ${taken.heldBy} has held ${path} for ${seconds} seconds.`);
    await sleep(100);
  }
}
