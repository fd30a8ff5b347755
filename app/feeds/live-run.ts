import type { Reader } from '@/app/shell/reader';
import type { LiveState } from '@/components/status/live-state';
import { Refusal } from '@/domain/errors';
import type { RunSummary } from '@/domain/ingest/read-runs';
import { sentenceOf } from '@/domain/sentence';

const states: Record<RunSummary['status'], LiveState['state']> = {
  queued: 'waiting',
  running: 'running',
  succeeded: 'done',
  partial: 'done',
  failed: 'failed',
};

/** Below this share an estimate would be a guess. */
const enoughForEstimate = 0.05;

/** Who opens a run later than this after its end finds its KPIs computed. */
const kpisFollowMs = 120_000;

const duration = ({ t }: Reader, ms: number): string => {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 90
    ? t('runPage.unitSeconds', { count: seconds })
    : t('runPage.unitMinutes', { count: Math.round(seconds / 60) });
};

/**
 * A run as its page follows it: counts, how far, and a sentence with an honest estimate or with what happened.
 * @param away whether no worker runs that could go on with it
 */
export function liveRun(reader: Reader, run: RunSummary, now: Date, away: boolean): LiveState {
  const { t, locale } = reader;
  const { read, inserted, updated, unchanged, rejected, progress } = run;
  const spent = run.startedAt ? (run.finishedAt ?? now).getTime() - run.startedAt.getTime() : 0;
  const ended = () => {
    const took = t('runPage.took', { time: duration(reader, spent) });
    const justNow = run.finishedAt && now.getTime() - run.finishedAt.getTime() < kpisFollowMs;
    return justNow ? `${took} ${t('runPage.lastStep')}` : took;
  };
  const note = {
    queued: () => t(away ? 'runPage.workerAway' : 'runPage.queuedNote'),
    running: () =>
      away
        ? t('runPage.workerAway')
        : progress >= enoughForEstimate
          ? t('runPage.estimate', { time: duration(reader, (spent / progress) * (1 - progress)) })
          : t('runPage.goesOn'),
    succeeded: ended,
    partial: ended,
    failed: () =>
      run.error ? sentenceOf(new Refusal(run.error.code, 422, run.error.params), locale) : t('runPage.failedSafe'),
  }[run.status]();
  return {
    state: states[run.status],
    value: progress,
    max: 1,
    counts: { read, inserted, updated, unchanged, rejected },
    note,
  };
}
