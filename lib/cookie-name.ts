import { env } from './env';

/** Whether people reach this site by https. */
export const underHttps = (): boolean => env().APP_URL.startsWith('https://');

/**
 * The name of one of our cookies. Under https no other host, and no page without it, can set one that is called so; browsers
 * then take it only when it is Secure, for the whole site and for this host alone.
 */
export const cookieName = (name: string): string => `${underHttps() ? '__Host-' : ''}${name}`;
