import type { ReactNode } from 'react';
import { type Hue, hueFill } from '@/components/brand/hue';
import { classNames } from '@/components/class-names';

const pads = { none: '', md: 'p-4', lg: 'p-5 md:p-6' };

/** A sheet of paper on the water. A hue is a thin mark at its top. */
export function Card({
  children,
  hue,
  pad = 'md',
  as: Tag = 'div',
  className,
}: {
  children: ReactNode;
  hue?: Hue;
  pad?: keyof typeof pads;
  as?: 'div' | 'li' | 'article' | 'section';
  className?: string;
}) {
  return (
    <Tag className={classNames('relative min-w-0 rounded-lg border border-line bg-surface', pads[pad], className)}>
      {hue && (
        <span
          aria-hidden="true"
          className={classNames('absolute -top-px left-4 h-[3px] w-10 rounded-b-xs', hueFill[hue])}
        />
      )}
      {children}
    </Tag>
  );
}
