import { z } from 'zod';
import type { getRun } from '@/domain/ingest/read-runs';
import { type Locale, runErrorSentence } from '@/domain/sentence';
import { Instant, instant, instantOrNull } from './scalar';

const params = z.record(z.string(), z.union([z.string(), z.number()]));

export const Run = z
  .strictObject({
    id: z.uuid(),
    feedId: z.uuid(),
    feedName: z.string(),
    kind: z.enum(['file', 'records', 'replay']),
    status: z.enum(['queued', 'running', 'succeeded', 'partial', 'failed']),
    read: z.int(),
    inserted: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    openRejects: z.int().describe('Rejected rows that were not mended since'),
    progress: z.number().min(0).max(1),
    source: z.strictObject({ name: z.string(), size: z.int() }).nullable(),
    error: z
      .strictObject({ code: z.string(), message: z.string().describe('In the language of Accept-Language'), params })
      .nullable(),
    replayOf: z.uuid().nullable(),
    createdAt: Instant,
    startedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Run' });

export const RunStarted = z.strictObject({ runId: z.uuid() }).meta({ id: 'RunStarted' });

export const runJson = (run: Awaited<ReturnType<typeof getRun>>, locale: Locale): z.input<typeof Run> => ({
  id: run.id,
  feedId: run.feedId,
  feedName: run.feedName,
  kind: run.kind,
  status: run.status,
  read: run.read,
  inserted: run.inserted,
  updated: run.updated,
  unchanged: run.unchanged,
  rejected: run.rejected,
  openRejects: run.openRejects,
  progress: run.progress,
  source: run.source && { name: run.source.name, size: run.source.size },
  error: run.error && {
    code: run.error.code,
    message: runErrorSentence(locale, run.error),
    params: run.error.params ?? {},
  },
  replayOf: run.replayOf,
  createdAt: instant(run.createdAt),
  startedAt: instantOrNull(run.startedAt),
  finishedAt: instantOrNull(run.finishedAt),
});
