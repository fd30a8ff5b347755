import type { JobDefinition } from './job';
import { digestSend } from './jobs/digest-send';
import { measurementsClose } from './jobs/measurements-close';
import { measurementsRefresh } from './jobs/measurements-refresh';
import { runExecute } from './jobs/run-execute';

export const jobs: readonly JobDefinition[] = [runExecute, measurementsRefresh, measurementsClose, digestSend];

export const jobByName: ReadonlyMap<string, JobDefinition> = new Map(jobs.map((job) => [job.name, job]));
