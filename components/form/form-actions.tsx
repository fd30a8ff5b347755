import type { ReactNode } from 'react';

/** The buttons at a form's end; the main one first, so that the keyboard meets it first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2.5 pt-1 max-sm:*:grow">{children}</div>;
}
