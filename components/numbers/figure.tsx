import { classNames } from '@/components/class-names';

const sizes = { md: 'text-xl', lg: 'text-2xl', xl: 'text-3xl' };
const units = { md: 'text-sm', lg: 'text-base', xl: 'text-lg' };

/** A number as the main thing. Without one it says why, in words: nothing is not zero. */
export function Figure({
  value,
  unit,
  reason,
  size = 'lg',
}: {
  value: string | null;
  unit?: string;
  reason?: string;
  size?: keyof typeof sizes;
}) {
  if (value === null) {
    return (
      <span className="flex items-baseline gap-2 text-ink-3">
        <span aria-hidden="true" className={classNames('font-light', sizes[size])}>
          –
        </span>
        <span className="text-sm">{reason}</span>
      </span>
    );
  }
  return (
    <span className="num inline-flex items-baseline gap-1 text-ink">
      <span className={classNames('font-semibold tracking-tight', sizes[size])}>{value}</span>
      {unit && <span className={classNames('font-medium text-ink-3', units[size])}>{unit}</span>}
    </span>
  );
}
