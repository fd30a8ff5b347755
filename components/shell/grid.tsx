import type { ReactNode } from 'react';
import { classNames } from '@/components/class-names';

/** As many equal columns as fit, none narrower than `min` (a phone narrower than that has one); few items share the width. */
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
      style={{ gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${min}), 1fr))` }}
    >
      {children}
    </Tag>
  );
}
