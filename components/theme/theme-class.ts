export type Theme = 'light' | 'dark' | 'system';
export const themeCookie = 'theme';

/** The class of `<html>` for what the cookie says. `system` follows the device by CSS alone, hence no flash and no script. */
export function themeClass(cookie: string | undefined): Theme {
  return cookie === 'light' || cookie === 'dark' ? cookie : 'system';
}
