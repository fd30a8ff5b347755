import { expect, it } from 'vitest';
import type { Reader } from '@/app/shell/reader';
import type { RunSummary } from '@/domain/ingest/read-runs';
import { translatorIn } from '@/i18n/translator';
import { liveRun } from './live-run';

const reader = { t: translatorIn('en'), locale: 'en' } as unknown as Reader;
const [startedAt, finishedAt] = [new Date('2026-03-01T08:00:00Z'), new Date('2026-03-01T08:00:12Z')];
const run = { status: 'partial', startedAt, finishedAt, progress: 1 } as RunSummary;
const noteAt = (now: string) => liveRun(reader, run, new Date(now), false).note;

it('says that KPIs follow while they do, not when somebody opens a run of yesterday', () => {
  expect(noteAt('2026-03-01T08:00:30Z')).toMatch(/12 seconds\. Rows are in; KPIs follow within a minute\.$/);
  expect(noteAt('2026-03-02T08:00:00Z')).toMatch(/12 seconds\.$/);
});
