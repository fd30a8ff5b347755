import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryLock } from '../../lib/lock-file.js';
import { isLiving } from '../../lib/running-process.js';
import { OperatorError } from './operator-error.mjs';

/**
 * What a launcher notes about itself in `launcher.json`, for the one that comes after it.
 * @typedef {{ address?: string, children: ({ name: string } & import('../../lib/running-process.js').ProcessMark)[] }} LauncherNote
 */

/** @param {string} dataDir @returns {LauncherNote} */
function readNote(dataDir) {
  const file = join(dataDir, 'launcher.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { children: [] };
}

/** @param {string} dataDir @param {LauncherNote} note */
export function writeNote(dataDir, note) {
  const file = join(dataDir, 'launcher.json');
  writeFileSync(`${file}.new`, JSON.stringify(note));
  renameSync(`${file}.new`, file);
}

/**
 * Makes sure that this is the only launcher of the data folder, and ends what a killed one has left running (but for the
 * database, which is adopted).
 * @param {string} dataDir
 */
export async function onlyOnce(dataDir) {
  const taken = tryLock(join(dataDir, 'launcher.lock'));
  if ('heldBy' in taken) {
    const { address } = readNote(dataDir);
    throw new OperatorError(
      `Fairway already runs from ${dataDir} (process ${taken.heldBy}${address ? `, ${address}` : ''}): stop that one first, or give this one its own FAIRWAY_DATA_DIR and PORT.`,
    );
  }
  process.on('exit', () => taken.lock.release());
  for (const mark of readNote(dataDir).children) await endLeftOver(mark);
  writeNote(dataDir, { children: [] });
}

/** @param {import('../../lib/running-process.js').ProcessMark} mark */
async function endLeftOver(mark) {
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    if (!isLiving(mark)) return;
    try {
      process.kill(-mark.pid, signal); // each child leads a process group of its own
    } catch {
      return;
    }
    for (let tries = 0; tries < 100 && isLiving(mark); tries++) await sleep(100);
  }
}

/** Ends the launcher with what went wrong. @param {unknown} error */
export function fail(error) {
  if (error instanceof OperatorError) console.error(`\n${error.message}`);
  else console.error('\nThis should not have happened:', error);
  process.exit(1);
}
