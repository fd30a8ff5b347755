export type Theme = 'light' | 'dark' | 'system';

/** The class of `<html>` for the cookie `theme`. `system` follows the device by CSS alone, hence no flash and no script. */
export function themeClass(cookie: string | undefined): Theme {
  return cookie === 'light' || cookie === 'dark' ? cookie : 'system';
}
