// Plain JavaScript: the launcher needs this before anything is installed that could read TypeScript.
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLiving, markProcess } from './running-process.js';

/** @typedef {{ release(): void }} Lock */

/**
 * The living process that holds the lock at this path, if any.
 * @param {string} path
 * @returns {import('./running-process.js').ProcessMark | null}
 */
function holder(path) {
  try {
    const mark = JSON.parse(readFileSync(path, 'utf8'));
    return isLiving(mark) ? mark : null;
  } catch {
    return null;
  }
}

/**
 * Takes the lock at this path for the life of this process, or says who has it. A lock whose holder was killed is taken
 * over.
 * @param {string} path
 * @returns {{ lock: Lock } | { heldBy: number }}
 */
export function tryLock(path) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(markProcess(process.pid)), { mode: 0o600 });
  try {
    for (;;) {
      try {
        // A link is made with its content or not at all, so a lock is never seen half-written.
        linkSync(draft, path);
        return { lock: { release: () => rmSync(path, { force: true }) } };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const current = holder(path);
      if (current) return { heldBy: current.pid };
      moveStaleAway(path);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} path */
function moveStaleAway(path) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return; // somebody else was quicker
    throw error;
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

/**
 * Waits until the lock is free and takes it. Error: not free within the given seconds.
 * @param {string} path
 * @param {number} seconds
 * @returns {Promise<Lock>}
 */
export async function waitForLock(path, seconds) {
  for (let tries = 0; ; tries++) {
    const taken = tryLock(path);
    if ('lock' in taken) return taken.lock;
    if (tries >= seconds * 10) throw new Error(`Process ${taken.heldBy} has held ${path} for ${seconds} seconds.`);
    await sleep(100);
  }
}
