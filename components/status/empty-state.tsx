import type { ReactNode } from 'react';
import { Picture, type PictureName } from '@/components/brand/picture';

/** A place without content that teaches: what to do, and what would then be seen here. */
export function EmptyState({
  title,
  text,
  picture,
  steps,
  action,
}: {
  title: string;
  text: ReactNode;
  picture?: PictureName;
  steps?: string[];
  action?: ReactNode;
}) {
  return (
    <div className="rounded-lg border border-dashed border-line-strong bg-surface px-5 py-9 md:py-12">
      <div className="mx-auto flex max-w-xl flex-col items-center text-center">
        {picture && <Picture name={picture} className="mb-4" />}
        <p className="text-lg font-semibold text-ink">{title}</p>
        <div className="mt-1.5 text-ink-2">{text}</div>
        {steps && (
          <ol className="mt-5 space-y-2 text-left text-ink-2">
            {steps.map((step, index) => (
              <li key={step} className="flex gap-3">
                <span
                  aria-hidden="true"
                  className="num flex size-6 shrink-0 items-center justify-center rounded-full bg-brand-soft text-xs font-semibold text-brand-strong"
                >
                  {index + 1}
                </span>
                <span className="pt-0.5">{step}</span>
              </li>
            ))}
          </ol>
        )}
        {action && <div className="mt-6 flex flex-wrap justify-center gap-2">{action}</div>}
      </div>
    </div>
  );
}
