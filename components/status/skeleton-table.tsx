import { SkeletonBar } from './skeleton-bar';

/** A table on its way. */
export function SkeletonTable({ rows = 6, columns = 4, label }: { rows?: number; columns?: number; label: string }) {
  return (
    <div role="status" className="overflow-hidden rounded-lg border border-line bg-surface">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows + 1 }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no identity
          key={row}
          className={`grid gap-6 border-b border-line px-4 py-3 last:border-0 ${row === 0 ? 'bg-sunken' : ''}`}
          style={{ gridTemplateColumns: `2fr repeat(${columns - 1}, 1fr)` }}
        >
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells of a skeleton have no identity
            <SkeletonBar key={column} className={column === 0 ? 'h-4 w-3/4' : 'ml-auto h-4 w-2/3'} />
          ))}
        </div>
      ))}
    </div>
  );
}
