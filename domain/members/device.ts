import Bowser from 'bowser';

export interface Device {
  /** Such as Chrome; null when the browser does not say. */
  browser: string | null;
  /** Such as Windows. */
  system: string | null;
}

/** What a browser's own description (User-Agent) says of it, in names that people know. */
export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return { browser: null, system: null };
  const { browser, os } = Bowser.parse(userAgent);
  return { browser: browser.name || null, system: os.name || null };
}
