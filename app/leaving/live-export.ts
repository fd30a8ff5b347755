import type { Reader } from '@/app/shell/reader';
import type { LiveState } from '@/components/status/live-state';
import type { Export, ExportStatus } from '@/domain/leaving/exports';

const states: Record<ExportStatus, LiveState['state']> = {
  queued: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
  expired: 'done',
};

/** An export as its page follows it. */
export const liveExport = ({ t }: Reader, one: Export): LiveState => ({
  state: states[one.status],
  value: one.progress,
  max: 1,
  counts: { rows: rowsOf(one) },
  note: t(`dataPage.note.${one.status}`),
});

/** All rows in an export's files. */
export const rowsOf = (one: Export): number => Object.values(one.counts).reduce((sum, n) => sum + n, 0);
