import type { ReactNode } from 'react';
import { Icon } from '@/components/icon/icon';

/** The ids by which a control points to its hint and its error. */
export function describedBy(id: string, hint?: unknown, error?: unknown): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

/** A control with its label, a hint, and what is wrong with it. Give the control `id` and `describedBy(id, hint, error)`. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  /** The word for "optional", shown after the label. */
  optional?: string;
  children: ReactNode;
}) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium text-ink">
        {label}
        {optional && <span className="ml-1.5 font-normal text-ink-3">{optional}</span>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-ink-3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 flex items-start gap-1.5 text-sm text-bad">
          <Icon name="bad" className="mt-0.5 size-4" />
          {error}
        </p>
      )}
    </div>
  );
}
