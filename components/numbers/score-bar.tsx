import { type Hue, hueFill } from '@/components/brand/hue';
import { classNames } from '@/components/class-names';

/** A score of 0–100 on its scale, with marks where something begins (a stage's gate). */
export function ScoreBar({
  label,
  value,
  text,
  reason,
  marks = [],
  hue = 'brand',
}: {
  label: string;
  value: number | null;
  text: string | null;
  reason?: string;
  marks?: { at: number; label: string }[];
  hue?: Hue;
}) {
  const share = value === null ? 0 : Math.min(100, Math.max(0, value));
  return (
    // biome-ignore lint/a11y/useSemanticElements: <meter> cannot be drawn with marks
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share}
      aria-valuetext={text ?? reason}
    >
      <div className="relative h-2 rounded-full bg-sunken inset-ring inset-ring-line">
        {value !== null && (
          <div
            data-mark=""
            className={classNames('h-full min-w-2 rounded-full', hueFill[hue])}
            style={{ width: `${share}%` }}
          />
        )}
        {marks.map((mark) => (
          <span
            key={mark.at}
            aria-hidden="true"
            className={classNames(
              'absolute -inset-y-0.5 w-0.5 -translate-x-1/2 rounded-full',
              mark.at <= share && value !== null ? 'bg-surface' : 'bg-ink-3',
            )}
            style={{ left: `${mark.at}%` }}
          />
        ))}
      </div>
      {marks.length > 0 && (
        <div aria-hidden="true" className="num relative mt-1 h-4 text-2xs text-ink-3">
          {marks.map((mark) => (
            <span key={mark.at} className="absolute -translate-x-1/2 whitespace-nowrap" style={{ left: `${mark.at}%` }}>
              {mark.label}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
