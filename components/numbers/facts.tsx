import type { ReactNode } from 'react';
import { classNames } from '@/components/class-names';

/** Terms and what they are. */
export function Facts({ items, columns = 1 }: { items: { term: string; text: ReactNode }[]; columns?: 1 | 2 }) {
  return (
    <dl className={classNames('grid gap-x-10', columns === 2 && 'md:grid-cols-2')}>
      {items.map((item) => (
        <div
          key={item.term}
          className="grid grid-cols-[minmax(5.5rem,1fr)_minmax(0,2.2fr)] gap-4 border-b border-line py-2.5 last:border-0"
        >
          <dt className="text-sm text-ink-3">{item.term}</dt>
          <dd className="num min-w-0 text-ink">{item.text}</dd>
        </div>
      ))}
    </dl>
  );
}
