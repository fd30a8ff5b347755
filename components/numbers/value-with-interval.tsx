/** A value from a small sample with the range it may truly lie in. `value`, `low`, `high` on the scale `min`–`max`. */
export function ValueWithInterval({
  label,
  value,
  text,
  low,
  high,
  lowText,
  highText,
  min = 0,
  max = 1,
  note,
}: {
  label: string;
  value: number | null;
  text: string;
  low: number;
  high: number;
  lowText: string;
  highText: string;
  min?: number;
  max?: number;
  note?: string;
}) {
  const at = (point: number) => `${Math.min(100, Math.max(0, ((point - min) / (max - min)) * 100))}%`;
  return (
    <div>
      <p className="text-sm text-ink-2">
        {label} <span className="num font-semibold text-ink">{text}</span>{' '}
        <span className="num text-ink-3">
          ({lowText} – {highText})
        </span>
      </p>
      <div aria-hidden="true" className="relative mt-2 h-3">
        <div className="absolute inset-x-0 top-1/2 h-px bg-line-strong" />
        <div
          data-mark=""
          className="absolute inset-y-0.5 rounded-full bg-brand opacity-25"
          style={{ left: at(low), right: `calc(100% - ${at(high)})` }}
        />
        {value !== null && (
          <div
            data-mark=""
            className="absolute inset-y-0 w-1 -translate-x-1/2 rounded-full bg-brand"
            style={{ left: at(value) }}
          />
        )}
      </div>
      {note && <p className="mt-1 text-xs text-ink-3">{note}</p>}
    </div>
  );
}
