import { type Hue, hueText } from '@/components/brand/hue';

export interface LegendItem {
  name: string;
  kind: 'series' | 'target' | 'anchor' | 'bar';
  hue: Hue;
}

const dashes: Record<LegendItem['kind'], string | undefined> = {
  series: undefined,
  bar: undefined,
  target: '5 3',
  anchor: '1 3',
};

/** Which line is which, told by dash as well as by hue. */
export function ChartLegend({ items }: { items: LegendItem[] }) {
  if (items.length < 2) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {items.map((item) => (
        <li key={item.name} className="flex items-center gap-1.5">
          <svg
            viewBox="0 0 18 8"
            className={`h-2 w-4.5 ${item.kind === 'anchor' ? 'text-line-strong' : hueText[item.hue]}`}
            aria-hidden="true"
          >
            {item.kind === 'bar' ? (
              <rect x="5" width="8" height="8" rx="2" fill="currentColor" />
            ) : (
              <path
                d="M1 4h16"
                stroke="currentColor"
                strokeWidth="2"
                strokeLinecap="round"
                strokeDasharray={dashes[item.kind]}
              />
            )}
          </svg>
          {item.name}
        </li>
      ))}
    </ul>
  );
}
