import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLiving, markProcess, type ProcessMark } from '@/lib/running-process';

/** Notes that this process uses the server of this data folder; returns the way to sign off again. */
export function signOn(dataDir: string): () => void {
  const folder = join(dataDir, 'postgres.users');
  mkdirSync(folder, { recursive: true });
  const note = join(folder, `${process.pid}-${Math.random().toString(36).slice(2)}`);
  writeFileSync(note, JSON.stringify(markProcess(process.pid)));
  return () => rmSync(note, { force: true });
}

/** The living processes that use the server of this data folder. Forgets the ones that were killed. */
export function usersOf(dataDir: string): number[] {
  const folder = join(dataDir, 'postgres.users');
  return readdirSync(folder).flatMap((name) => {
    const note = join(folder, name);
    try {
      const mark = JSON.parse(readFileSync(note, 'utf8')) as ProcessMark;
      if (isLiving(mark)) return [mark.pid];
    } catch {
      // half-written by a killed process
    }
    rmSync(note, { force: true });
    return [];
  });
}
