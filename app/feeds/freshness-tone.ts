import type { Tone } from '@/components/status/tone';
import type { Freshness } from '@/domain/feeds/freshness';
import type { RunSummary } from '@/domain/ingest/read-runs';

export const freshnessTone: Record<Freshness, Tone> = {
  fresh: 'good',
  late: 'warn',
  silent: 'bad',
  past: 'neutral',
  empty: 'neutral',
};

export const runTone: Record<RunSummary['status'], Tone> = {
  queued: 'neutral',
  running: 'info',
  succeeded: 'good',
  partial: 'warn',
  failed: 'bad',
};
