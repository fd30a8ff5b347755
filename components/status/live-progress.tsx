'use client';
import { classNames } from '@/components/class-names';
import type { LiveState } from './live-state';
import { ProgressBar } from './progress-bar';
import { StatusBadge } from './status-badge';
import { type Tone, toneText } from './tone';
import { useLiveState } from './use-live-state';

const stateTone: Record<LiveState['state'], Tone> = {
  waiting: 'neutral',
  running: 'info',
  done: 'good',
  failed: 'bad',
};

/** Long work as it goes on: its state, a bar, its counts. The work does not need this page to stay open. */
export function LiveProgress({
  url,
  initial,
  locale,
  label,
  counts,
  stateLabels,
  lost: lostText,
  everyMs = 1500,
}: {
  url: string;
  initial: LiveState;
  locale: string;
  label: string;
  counts: { key: string; label: string; tone?: Tone }[];
  stateLabels: Record<LiveState['state'], string>;
  lost: string;
  everyMs?: number;
}) {
  const { live, lost } = useLiveState(url, initial, everyMs);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const whole = new Intl.NumberFormat(locale);
  const over = live.state === 'done' || live.state === 'failed';
  const share = live.value !== null && live.max ? live.value / live.max : null;
  return (
    <div className="rounded-lg border border-line bg-surface p-4 md:p-5">
      <ProgressBar
        label={label}
        value={live.state === 'done' ? 1 : live.state === 'waiting' ? 0 : share}
        tone={over ? stateTone[live.state] : 'info'}
        text={share !== null && !over ? percent.format(share) : undefined}
      />
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1" aria-live="polite">
        <StatusBadge tone={stateTone[live.state]} label={stateLabels[live.state]} />
        <p className="text-sm text-ink-2">{lost ? lostText : live.note}</p>
      </div>
      <dl className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(6.5rem,1fr))] gap-x-4 gap-y-3 border-t border-line pt-4">
        {counts.map((count) => {
          const value = live.counts[count.key] ?? 0;
          return (
            <div key={count.key}>
              <dt className="text-xs text-ink-3">{count.label}</dt>
              <dd
                className={classNames(
                  'num text-xl font-semibold',
                  value > 0 && count.tone ? toneText[count.tone] : 'text-ink',
                )}
              >
                {whole.format(value)}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
