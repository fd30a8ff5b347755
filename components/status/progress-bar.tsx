import { useId } from 'react';
import { classNames } from '@/components/class-names';
import { type Tone, toneFill } from './tone';

/** How far something is. `value` null: under way, length unknown. `text` stands at the end of the label's line. */
export function ProgressBar({
  label,
  value,
  max = 1,
  text,
  tone = 'info',
}: {
  label: string;
  value: number | null;
  max?: number;
  text?: string;
  tone?: Tone;
}) {
  const id = useId();
  const share = value === null || max <= 0 ? null : Math.min(1, Math.max(0, value / max));
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-4 text-sm">
        <span id={id} className="font-medium text-ink">
          {label}
        </span>
        {text && <span className="num text-ink-2">{text}</span>}
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        aria-valuetext={text}
        className="h-2 overflow-hidden rounded-full bg-sunken inset-ring inset-ring-line"
      >
        <div
          data-mark=""
          className={classNames(
            'h-full rounded-full transition-[width] duration-500',
            tone === 'info' ? 'bg-brand' : toneFill[tone],
            share === null && 'w-1/3 animate-pulse',
          )}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
