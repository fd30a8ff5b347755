import { type Hue, hueText } from '@/components/brand/hue';
import { linePath } from '@/components/numbers/line-path';
import type { NiceScale } from './nice-scale';
import type { PlotLine } from './plot';

const width = 1000;
const height = 400;
const dashes: Record<PlotLine['kind'], string | undefined> = { series: undefined, target: '6 4', anchor: '1.5 4' };

/** The lines as the server draws them; they stand until the script draws the same ones. */
export function LineStandIn({ lines, hues, scale }: { lines: PlotLine[]; hues: Hue[]; scale: NiceScale }) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible"
      fill="none"
      aria-hidden="true"
    >
      {lines.map((line) => (
        <path
          key={line.name}
          d={linePath(line.values, { min: scale.min, max: scale.max, width, height })}
          stroke="currentColor"
          strokeWidth={line.kind === 'series' ? 2 : 1.5}
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeDasharray={dashes[line.kind]}
          vectorEffect="non-scaling-stroke"
          className={
            line.kind === 'series'
              ? hueText[hues[line.index] ?? 'brand']
              : line.kind === 'target'
                ? 'text-ink-3'
                : 'text-line-strong'
          }
        />
      ))}
    </svg>
  );
}
