import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryLock } from '../../lib/lock-file.js';
import { isLiving, markProcess } from '../../lib/running-process.js';
import { OperatorError } from './operator-error.mjs';

/**
 * What a launcher notes about itself in `launcher.json`, for the one that comes after it. A child that leads a process
 * group of its own is ended with all of that group.
 * @typedef {{ name: string, leads: boolean } & import('../../lib/running-process.js').ProcessMark} NotedChild
 * @typedef {{ address?: string, children: NotedChild[] }} LauncherNote
 */

/** @type {LauncherNote} */
const note = { children: [] };
/** Where the note is written, once this process is the folder's launcher. @type {string | undefined} */
let file;

function writeNote() {
  if (!file) return;
  writeFileSync(`${file}.new`, JSON.stringify(note));
  renameSync(`${file}.new`, file);
}

/** @param {string} address where people find the web pages */
export function noteAddress(address) {
  note.address = address;
  writeNote();
}

/**
 * Notes a child process until it exits.
 * @param {string} name
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ leads: boolean }} options whether it leads a process group of its own
 */
export function noteChild(name, child, { leads }) {
  const mark = child.pid && markProcess(child.pid);
  if (!mark) return;
  const noted = { name, leads, ...mark };
  note.children.push(noted);
  writeNote();
  child.once('exit', () => {
    note.children.splice(note.children.indexOf(noted), 1);
    writeNote();
  });
}

/**
 * Makes sure that this is the only launcher of the data folder, and ends what a killed one has left running (but for the
 * database, which is adopted).
 * @param {string} dataDir
 */
export async function onlyOnce(dataDir) {
  const taken = tryLock(join(dataDir, 'launcher.lock'));
  file = join(dataDir, 'launcher.json');
  const { address, children } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : note;
  if ('heldBy' in taken) {
    throw new OperatorError(
      `Fairway already runs from ${dataDir} (process ${taken.heldBy}${address ? `, ${address}` : ''}): stop that one first, or give this one its own FAIRWAY_DATA_DIR and PORT.`,
    );
  }
  process.on('exit', () => taken.lock.release());
  for (const child of children) await endLeftOver(child);
  writeNote();
}

/** @param {NotedChild} child */
async function endLeftOver(child) {
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    if (!isLiving(child)) return;
    try {
      process.kill(child.leads ? -child.pid : child.pid, signal);
    } catch {
      return; // just gone
    }
    for (let tries = 0; tries < 100 && isLiving(child); tries++) await sleep(100);
  }
}

/** Ends the launcher with what went wrong. @param {unknown} error */
export function fail(error) {
  if (error instanceof OperatorError) console.error(`\n${error.message}`);
  else console.error('\nThis should not have happened:', error);
  process.exit(1);
}
