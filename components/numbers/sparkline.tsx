import { type Hue, hueText } from '@/components/brand/hue';
import { classNames } from '@/components/class-names';
import { areaPath, linePath, yOf } from './line-path';

const width = 120;
const height = 32;
const pad = 3;

/**
 * A small line in the text's colour, drawn on the server. Gaps stay gaps. `target` is a level or a line of its own.
 * Decoration beside a number, unless `label` says what it shows.
 */
export function Sparkline({
  points,
  target,
  hue = 'brand',
  label,
  area = true,
  className,
}: {
  points: (number | null)[];
  target?: number | (number | null)[];
  hue?: Hue;
  label?: string;
  area?: boolean;
  className?: string;
}) {
  const targets = typeof target === 'number' ? [target, target] : (target ?? []);
  const values = [...points, ...targets].filter((value) => value !== null);
  if (values.length === 0) return <div className={classNames('h-8', className)} />;
  const scale = { min: Math.min(...values), max: Math.max(...values), width, height, pad };
  const last = points.findLastIndex((point) => point !== null);
  const lastPoint = points[last];
  return (
    <div className={classNames('relative h-8', className)}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className={classNames('absolute inset-0 size-full overflow-visible', hueText[hue])}
        fill="none"
        role={label ? 'img' : undefined}
        aria-label={label}
        aria-hidden={label ? undefined : true}
      >
        {area && <path d={areaPath(points, scale)} fill="currentColor" opacity=".1" />}
        {targets.length > 0 && (
          <path
            d={linePath(targets, scale)}
            className="stroke-ink-3"
            strokeWidth="1"
            strokeDasharray="3 3"
            vectorEffect="non-scaling-stroke"
          />
        )}
        <path
          d={linePath(points, scale)}
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {lastPoint !== null && lastPoint !== undefined && (
        <span
          aria-hidden="true"
          className={classNames('absolute -m-[3px] size-1.5 rounded-full bg-current ring-2 ring-surface', hueText[hue])}
          style={{
            left: `${points.length > 1 ? (last / (points.length - 1)) * 100 : 0}%`,
            top: `${(yOf(lastPoint, scale) / height) * 100}%`,
          }}
        />
      )}
    </div>
  );
}
