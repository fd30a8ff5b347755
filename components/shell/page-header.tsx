import type { ReactNode } from 'react';
import { type Hue, hueFill } from '@/components/brand/hue';
import { classNames } from '@/components/class-names';

/** The head of a page: where, what, in which state, what can be done. */
export function PageHeader({
  title,
  lead,
  hue,
  eyebrow,
  breadcrumbs,
  status,
  meta,
  actions,
}: {
  title: string;
  lead?: ReactNode;
  hue?: Hue;
  eyebrow?: string;
  breadcrumbs?: ReactNode;
  status?: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-6 md:mb-8">
      {breadcrumbs && <div className="mb-3">{breadcrumbs}</div>}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          {eyebrow && (
            <p className="mb-1 flex items-center gap-2 text-sm font-medium text-ink-3">
              {hue && <span aria-hidden="true" className={classNames('size-2 rounded-full', hueFill[hue])} />}
              {eyebrow}
            </p>
          )}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h1 className="text-xl font-semibold text-ink md:text-2xl">{title}</h1>
            {status}
          </div>
          {lead && <p className="mt-1.5 max-w-[46em] text-ink-2">{lead}</p>}
          {meta && <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-3">{meta}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
