import { FileProblem } from '@/lib/files/file-problem';
import { Refusal } from '../errors';
import type { Access } from '../tenants/access';
import { withTenant } from '../work';
import { executeFile } from './execute-file';
import { executeReplay } from './execute-replay';
import { MissingColumns } from './run-source';
import { finishRun, RunTaken, takeRun } from './run-state';

/**
 * Executes a run to its end, page by page, from where it was left: each page is one commit of rows, rejects, counts and
 * cursor. Safe to start again after any crash and to start twice. A fault of the file ends the run as failed with its
 * reason; a fault of ours or of the machine is thrown, for the queue to try again.
 */
export async function executeRun(access: Access, runId: string): Promise<void> {
  const run = await withTenant(access, (work) => takeRun(work, runId));
  if (!run) return;
  try {
    if (run.kind === 'replay') await executeReplay(access, run);
    else await executeFile(access, run);
    await withTenant(access, (work) => finishRun(work, runId, null));
  } catch (error) {
    if (error instanceof RunTaken) return;
    const reason = faultOfFile(error);
    if (!reason) throw error;
    await withTenant(access, (work) => finishRun(work, runId, reason));
  }
}

function faultOfFile(error: unknown): { code: string; params: Record<string, string | number> } | null {
  if (error instanceof FileProblem) return { code: error.code, params: error.params };
  if (error instanceof Refusal) return { code: error.code, params: error.params };
  if (error instanceof MissingColumns) {
    return { code: 'columns_missing', params: { columns: error.problems.map((p) => p.params?.column).join(', ') } };
  }
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { code: 'upload_missing', params: {} };
  return null;
}
