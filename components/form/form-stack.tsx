import type { ReactNode } from 'react';

/** The vertical rhythm of a form, at a width that reads well. */
export function FormStack({ children }: { children: ReactNode }) {
  return <div className="max-w-xl space-y-5">{children}</div>;
}
