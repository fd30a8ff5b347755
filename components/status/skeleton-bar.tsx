import { classNames } from '@/components/class-names';

/** One grey bar of a skeleton. */
export function SkeletonBar({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames('block animate-pulse rounded-sm bg-line', className ?? 'h-4 w-full')}
    />
  );
}
