import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tryLock, waitForLock } from '@/lib/lock-file';

let folder: string;
let path: string;
let others: ChildProcess[];

/** Another process that takes the lock and keeps it. */
async function holdElsewhere(): Promise<ChildProcess> {
  const code = `import { tryLock } from '${join(process.cwd(), 'lib/lock-file.js')}';
    console.log('lock' in tryLock(process.argv[1]) ? 'taken' : 'refused'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  others.push(child);
  const [text] = await once(child.stdout!, 'data');
  expect(String(text).trim()).toBe('taken');
  return child;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairway-lock-'));
  path = join(folder, 'lock');
  others = [];
});

afterEach(() => {
  for (const child of others) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

test('one process has it, the other is told which', async () => {
  const child = await holdElsewhere();
  expect(tryLock(path)).toEqual({ heldBy: child.pid });
  await expect(waitForLock(path, 0)).rejects.toThrow(`Process ${child.pid} has held`);
});

test('a killed holder loses it', async () => {
  const child = await holdElsewhere();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(tryLock(path)).toHaveProperty('lock');
  expect(readdirSync(folder)).toEqual(['lock']);
});

test('a lock file that names a living stranger, or nobody, is taken over', () => {
  for (const text of [JSON.stringify({ pid: process.ppid, start: 'long ago' }), '', 'not JSON']) {
    writeFileSync(path, text);
    const taken = tryLock(path);
    if (!('lock' in taken)) throw new Error(`still held by ${taken.heldBy}`);
    taken.lock.release();
    expect(existsSync(path)).toBe(false);
  }
});
