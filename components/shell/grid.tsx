import type { ReactNode } from 'react';
import { classNames } from '@/components/class-names';

/** As many columns as fit, none narrower than `min`; one on a phone that is narrower than that. */
export function Grid({
  min = '15rem',
  gap = 'md',
  as: Tag = 'div',
  children,
}: {
  min?: string;
  gap?: 'sm' | 'md';
  as?: 'div' | 'ul' | 'ol';
  children: ReactNode;
}) {
  return (
    <Tag
      className={classNames('grid', gap === 'sm' ? 'gap-2.5' : 'gap-3 md:gap-4')}
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${min}), 1fr))` }}
    >
      {children}
    </Tag>
  );
}
