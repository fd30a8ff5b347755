import { shareFill } from './share-fill';

export interface ShareRow {
  key: string;
  name: string;
  value: number;
  text: string;
  href?: string;
  note?: string;
}

/** Parts of a whole: one bar of 100 % and, below it, each part by name. Largest first reads best. No script. */
export function ShareBars({
  caption,
  captionHidden = false,
  head,
  rows,
}: {
  caption: string;
  captionHidden?: boolean;
  head: [name: string, value: string];
  rows: ShareRow[];
}) {
  const whole = rows.reduce((sum, row) => sum + Math.max(0, row.value), 0);
  return (
    <div>
      {!captionHidden && (
        <p aria-hidden="true" className="mb-3 text-base font-semibold">
          {caption}
        </p>
      )}
      <div aria-hidden="true" className="mb-2 flex h-5 gap-0.5 overflow-hidden rounded-sm">
        {rows.map((row, index) => (
          <span
            key={row.key}
            data-mark=""
            className="min-w-0.5"
            style={{
              width: `${whole > 0 ? (Math.max(0, row.value) / whole) * 100 : 0}%`,
              background: shareFill(index),
            }}
          />
        ))}
      </div>
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{head[0]}</th>
            <th scope="col">{head[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.key} className="group relative">
              <th
                scope="row"
                className="w-full border-t border-line py-1.5 pr-4 text-left font-normal group-first:border-0"
              >
                <span className="flex items-center gap-2">
                  <span
                    aria-hidden="true"
                    data-mark=""
                    className="size-2.5 shrink-0 rounded-xs"
                    style={{ background: shareFill(index) }}
                  />
                  {row.href ? (
                    <a href={row.href} className="rounded-xs group-hover:underline after:absolute after:inset-0">
                      {row.name}
                    </a>
                  ) : (
                    row.name
                  )}
                  {row.note && <span className="num ml-auto text-xs text-ink-3">{row.note}</span>}
                </span>
              </th>
              <td className="num border-t border-line py-1.5 text-right font-medium whitespace-nowrap group-first:border-0">
                {row.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
