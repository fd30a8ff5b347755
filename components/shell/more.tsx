import type { ReactNode } from 'react';
import { Icon } from '@/components/icon/icon';

/** The rest of a list, folded away under its count. No script. */
export function More({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group mt-2">
      <summary className="inline-flex min-h-9 cursor-pointer items-center gap-1 rounded-xs text-sm text-ink-3 hover:text-ink">
        <Icon name="chevron-right" className="size-4 group-open:rotate-90" />
        {label}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
