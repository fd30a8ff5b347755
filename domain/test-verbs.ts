import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { Refusal } from './errors';
import type { Permission } from './permissions';
import type { Access } from './tenants/access';
import { tallyOf } from './test-tally';
import { calls } from './test-verb-calls';
import type { World } from './test-world';
import { type Work, withTenant } from './work';

export interface Verb {
  name: string;
  path: string;
  takes: 'work' | 'access';
  /** What it asks of the actor before all else; null where that depends on what it is asked. */
  requires: Permission | null;
}

/** Exports whose first parameter is the unit of work, or the access that opens one. */
export function verbs(): Verb[] {
  const found: Verb[] = [];
  for (const file of readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })) {
    if (!file.includes('/') || !file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    const heads = text.matchAll(
      /^export (?:async )?(?:function\*? |const )(\w+)(?:<[^>]*>)?\s*(?:=\s*(?:async )?)?\(\s*\w+: (Work|Access|Pick<Access)\b/gm,
    );
    for (const { 1: name, 2: type, index } of heads) {
      const body = text.slice(index).split(/\n}\n|;\n\n/)[0]!;
      const requires = (/work\.require\('([\w.]+)'\)/.exec(body)?.[1] ?? null) as Permission | null;
      const takes = type === 'Work' ? 'work' : 'access';
      found.push({ name: name!, path: join(import.meta.dirname, file), takes, requires });
    }
  }
  return found;
}

/** Those that are called. */
export const reaching = verbs().filter((v) => v.name in calls);

class Undone extends Error {}

async function attempt(
  verb: Verb,
  access: Access,
  w: World,
  keep = false,
): Promise<{ result?: unknown; refusal?: string }> {
  const args = calls[verb.name]![1]?.(w) ?? [];
  const module = (await import(/* @vite-ignore */ verb.path)) as Record<string, (...all: unknown[]) => unknown>;
  let result: unknown;
  try {
    if (verb.takes === 'access') return { result: await module[verb.name]!(access, ...args) };
    await withTenant(access, async (work: Work) => {
      result = await module[verb.name]!(work, ...args);
      if (!keep) throw new Undone();
    });
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.code };
    if (!(error instanceof Undone)) throw error;
  }
  return { result };
}

/** Calls a verb. Without `keep`, what it did in a unit of work is undone. The calls are counted, and told at the suite's end. */
export function performing(suite: string): typeof attempt {
  const tally = tallyOf(suite);
  afterAll(() => tally.tell());
  return async (...call) => {
    const done = await attempt(...call);
    tally.count(done.refusal !== undefined);
    return done;
  };
}
