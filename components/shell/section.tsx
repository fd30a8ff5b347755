import { type ReactNode, useId } from 'react';

/** A part of a page under its own heading. */
export function Section({
  title,
  text,
  actions,
  id,
  level = 2,
  children,
}: {
  title: string;
  text?: ReactNode;
  actions?: ReactNode;
  id?: string;
  level?: 2 | 3;
  children: ReactNode;
}) {
  const headingId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section
      id={id}
      aria-labelledby={headingId}
      className={level === 2 ? 'drawn-when-near mt-9 first:mt-0 md:mt-11 [header+&]:mt-0' : 'mt-6 first:mt-0'}
    >
      <div className="mb-3.5 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <Heading id={headingId} className={level === 2 ? 'text-lg font-semibold' : 'text-base font-semibold'}>
            {title}
          </Heading>
          {text && <p className="mt-0.5 max-w-[52em] text-sm text-ink-3">{text}</p>}
        </div>
        {actions && <div className="flex max-w-full min-w-0 flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
