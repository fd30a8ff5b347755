'use client';
import { createContext, type ReactNode, useContext } from 'react';

export interface ErrorTexts {
  title: string;
  safe: string;
  todo: string;
  /** With `{digest}` in it. */
  code: string;
  retry: string;
  home: string;
}

const Context = createContext<ErrorTexts | null>(null);

/** Error pages are drawn in the browser and cannot ask for texts: the layout hands them down beforehand. */
export function ErrorTextsProvider({ texts, children }: { texts: ErrorTexts; children: ReactNode }) {
  return <Context value={texts}>{children}</Context>;
}

export const useErrorTexts = (): ErrorTexts | null => useContext(Context);
