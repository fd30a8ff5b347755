import { SkeletonBar } from './skeleton-bar';

const widths = ['w-11/12', 'w-full', 'w-4/5', 'w-10/12', 'w-2/3'];

/** Lines of text on their way. `label` says so to readers ("Loading"). */
export function SkeletonText({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div role="status" className="space-y-2.5">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a skeleton have no identity
        <SkeletonBar key={line} className={`h-4 ${widths[line % widths.length]}`} />
      ))}
    </div>
  );
}
