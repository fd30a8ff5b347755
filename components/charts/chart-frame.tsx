import type { ReactNode } from 'react';
import { type ChartFormat, formatter } from './format';
import type { NiceScale } from './nice-scale';
import { axisWidth, everyOther, spread } from './plot';

const heights = { md: 'h-52', lg: 'h-72' };

/**
 * Axes and grid, drawn on the server and staying when the script comes; the plot is laid into them. `inset` is the
 * part of a step kept free at both ends: 0 for lines, 0.5 for columns.
 */
export function ChartFrame({
  scale,
  format,
  labels,
  inset = 0,
  height = 'md',
  children,
}: {
  scale: NiceScale;
  format: ChartFormat;
  labels: string[];
  inset?: number;
  height?: keyof typeof heights;
  children: ReactNode;
}) {
  const write = formatter(format);
  const steps = Math.max(1, labels.length - 1 + 2 * inset);
  const wide = spread(labels.length, 7);
  const narrow = everyOther(wide);
  return (
    <div
      className="chart num grid text-2xs text-ink-3"
      style={{ gridTemplateColumns: `${axisWidth(scale.ticks, format)}ch minmax(0, 1fr)` }}
    >
      <div className="relative mt-2">
        {scale.ticks.map((tick) => (
          <span
            key={tick}
            className="absolute right-2 translate-y-1/2 whitespace-nowrap"
            style={{ bottom: place(tick, scale) }}
          >
            {write(tick)}
          </span>
        ))}
      </div>
      <div className={`relative mt-2 ${heights[height]}`}>
        {scale.ticks.map((tick) => (
          <span
            key={tick}
            className={`absolute inset-x-0 border-t ${tick === scale.ticks[0] ? 'border-line-strong' : 'border-line'}`}
            style={{ bottom: place(tick, scale) }}
          />
        ))}
        {children}
      </div>
      <div className="relative col-start-2 h-6">
        {wide.map((at) => (
          <Label
            key={at}
            text={labels[at]!}
            at={(at + inset) / steps}
            className={narrow.includes(at) ? '' : 'max-sm:hidden'}
          />
        ))}
      </div>
    </div>
  );
}

const place = (value: number, { min, max }: NiceScale): string => `${((value - min) / (max - min)) * 100}%`;

function Label({ text, at, className }: { text: string; at: number; className: string }) {
  const shift = at < 0.04 ? '0%' : at > 0.96 ? '-100%' : '-50%';
  return (
    <span
      className={`absolute top-1.5 whitespace-nowrap ${className}`}
      style={{ left: `${at * 100}%`, transform: `translateX(${shift})` }}
    >
      {text}
    </span>
  );
}
