import type { JobDefinition } from './job';
import { digestSend } from './jobs/digest-send';
import { measurementsClose } from './jobs/measurements-close';
import { measurementsRefresh } from './jobs/measurements-refresh';
import { runExecute } from './jobs/run-execute';
import { tenantErase } from './jobs/tenant-erase';
import { tenantExport } from './jobs/tenant-export';
import { tenantTidy } from './jobs/tenant-tidy';

export const jobs: readonly JobDefinition[] = [
  runExecute,
  measurementsRefresh,
  measurementsClose,
  digestSend,
  tenantExport,
  tenantTidy,
  tenantErase,
];

export const jobByName: ReadonlyMap<string, JobDefinition> = new Map(jobs.map((job) => [job.name, job]));
