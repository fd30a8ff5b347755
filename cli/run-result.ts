import { setTimeout as sleep } from 'node:timers/promises';
import { runJson } from '@/api/shapes/run';
import { executeRun } from '@/domain/ingest/execute-run';
import { getRun } from '@/domain/ingest/read-runs';
import { recompute } from '@/domain/measurements/recompute';
import { workerIsAlive } from '@/domain/readiness/readiness';
import { type Locale, textOf } from '@/domain/sentence';
import type { Access } from '@/domain/tenants/access';
import { withTenant } from '@/domain/work';
import type { Result } from './command';
import { table } from './table';

const ended = new Set(['succeeded', 'partial', 'failed']);

/** Started runs as a command's result; with `wait` their counts once they have ended. A failed run fails the command. */
export async function runResult(
  access: Access,
  runIds: readonly string[],
  { wait, locale, note }: { wait: boolean; locale: Locale; note(text: string): void },
): Promise<Result> {
  if (!wait) {
    return {
      data: { data: runIds.map((runId) => ({ runId })), next: null },
      lines: runIds.map((id) => textOf(locale, 'cli.runStarted', { id })),
    };
  }
  let here = false;
  for (const runId of runIds) {
    const end = await settle(access, runId, locale, note);
    if (end === 'here' && !here) note(textOf(locale, 'cli.executingHere'));
    if (end === 'here') await executeRun(access, runId);
    here ||= end === 'here';
  }
  if (here) await recompute(access);
  const runs = [];
  for (const runId of runIds) runs.push(runJson(await withTenant(access, (work) => getRun(work, runId)), locale));
  const counts = ['read', 'inserted', 'updated', 'unchanged', 'rejected'] as const;
  const headings = ['file', 'status', ...counts].map((name) => textOf(locale, `cli.column.${name}`));
  return {
    data: { data: runs, next: null },
    lines: [
      ...table(
        headings,
        runs.map((run) => [
          run.source?.name ?? run.id,
          textOf(locale, `runStatus.${run.status}`),
          ...counts.map((name) => String(run[name])),
        ]),
      ),
      ...runs.filter((run) => run.error).map((run) => run.error!.message),
    ],
    failed: runs.some((run) => run.status === 'failed'),
  };
}

/** Waits until the worker has ended a run; `here` when there is no worker, or none any more, to do it. */
async function settle(
  access: Access,
  runId: string,
  locale: Locale,
  note: (text: string) => void,
): Promise<'ended' | 'here'> {
  for (let shown = -1; ; ) {
    const run = await withTenant(access, (work) => getRun(work, runId));
    if (ended.has(run.status)) return 'ended';
    if (!(await workerIsAlive())) return 'here';
    const percent = Math.floor(run.progress * 100);
    if (percent !== shown) note(textOf(locale, 'cli.progress', { id: runId, percent }));
    shown = percent;
    await sleep(300);
  }
}
