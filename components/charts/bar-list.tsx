import { type Hue, hueFill } from '@/components/brand/hue';

export interface BarRow {
  key: string;
  name: string;
  value: number;
  text: string;
  href?: string;
  note?: string;
  hue?: Hue;
}

/**
 * Things by size: a table whose rows carry their bar. Drawn on the server without script, so that it is there with the
 * numbers and its links work at once. The longest bar is `max`, or the largest value.
 */
export function BarList({
  caption,
  captionHidden = false,
  head,
  rows,
  max,
  hue = 'brand',
}: {
  caption: string;
  captionHidden?: boolean;
  head: [name: string, value: string];
  rows: BarRow[];
  max?: number;
  hue?: Hue;
}) {
  const longest = max ?? Math.max(0, ...rows.map((row) => row.value));
  return (
    <table className="w-full border-separate border-spacing-0 text-sm">
      <caption className={captionHidden ? 'sr-only' : 'mb-2 text-left text-base font-semibold'}>{caption}</caption>
      <thead>
        <tr className="text-xs text-ink-3">
          <th scope="col" className="pb-1 text-left font-medium">
            {head[0]}
          </th>
          <th scope="col" className="pb-1 text-right font-medium whitespace-nowrap">
            {head[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="group relative">
            <th scope="row" className="w-full py-1 pr-4 text-left font-normal">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                {row.href ? (
                  <a href={row.href} className="rounded-xs text-ink group-hover:underline after:absolute after:inset-0">
                    {row.name}
                  </a>
                ) : (
                  <span className="text-ink">{row.name}</span>
                )}
                {row.note && <span className="num text-xs text-ink-3">{row.note}</span>}
              </span>
              <span aria-hidden="true" className="mt-1 block h-1.5 rounded-full bg-sunken">
                <span
                  data-mark=""
                  className={`block h-full rounded-full ${hueFill[row.hue ?? hue]} ${row.value > 0 ? 'min-w-1' : ''}`}
                  style={{ width: `${longest > 0 ? (Math.max(0, row.value) / longest) * 100 : 0}%` }}
                />
              </span>
            </th>
            <td className="num py-1 text-right align-bottom font-medium whitespace-nowrap text-ink">{row.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
