import { Icon } from '@/components/icon/icon';

/** The same numbers as a table, folded away. */
export function ChartTable({
  label,
  caption,
  head,
  rows,
}: {
  label: string;
  caption: string;
  head: string[];
  rows: string[][];
}) {
  return (
    <details className="group mt-3 text-sm">
      <summary className="inline-flex min-h-8 list-none items-center gap-1 rounded-xs text-ink-3 hover:text-ink [&::-webkit-details-marker]:hidden">
        <Icon name="chevron-right" className="size-4 transition-transform group-open:rotate-90" />
        {label}
      </summary>
      <section
        aria-label={caption}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
        tabIndex={0}
        className="mt-2 max-h-80 overflow-auto rounded-md border border-line"
      >
        <table className="w-full border-separate border-spacing-0">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {head.map((title, column) => (
                <th
                  key={title}
                  scope="col"
                  className={`sticky top-0 bg-sunken px-3 py-1.5 text-xs font-medium whitespace-nowrap text-ink-3 ${column ? 'text-right' : 'text-left'}`}
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...rest], row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two points may carry one label, and rows never move
              <tr key={row}>
                <th scope="row" className="border-t border-line px-3 py-1 text-left font-normal whitespace-nowrap">
                  {first}
                </th>
                {rest.map((cell, column) => (
                  <td key={head[column + 1]} className="num border-t border-line px-3 py-1 text-right">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
