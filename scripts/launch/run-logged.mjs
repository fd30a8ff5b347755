import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from './operator-error.mjs';
import { noteChild } from './start-once.mjs';

/**
 * Runs a command to its end, its output going to a file. Error: it failed; the last lines of its output are told.
 * @param {string} command
 * @param {string[]} args
 * @param {{ log: string, env?: NodeJS.ProcessEnv, what: string, signal?: AbortSignal }} options
 */
export async function runLogged(command, args, { log, env = process.env, what, signal }) {
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, 'w', 0o600);
  const child = spawn(command, args, { stdio: ['ignore', output, output], env, signal });
  closeSync(output);
  noteChild(what, child, { leads: false });
  const result = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  if (result === 0) return;
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-25).join('\n');
  throw new OperatorError(`${what} failed (${result}). The end of ${log}:\n\n${lines}`);
}
