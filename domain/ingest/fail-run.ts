import type { Work } from '../work';
import { finishRun } from './run-state';

/** Ends a run that was tried often enough: what was committed stays, the rest can be uploaded again. */
export const failRun = (work: Work, runId: string, code = 'gave_up'): Promise<void> =>
  finishRun(work, runId, { code, params: {} });
