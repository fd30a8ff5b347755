import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs the operator's command line against the Fairway under test and answers its JSON. */
export async function fairway<T>(...args: string[]): Promise<T> {
  const { stdout } = await run(process.execPath, ['scripts/fairway.mjs', ...args, '--json'], {
    env: { ...process.env, FAIRWAY_DATA_DIR: process.env.E2E_DATA_DIR ?? process.env.FAIRWAY_DATA_DIR },
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout) as T;
}
