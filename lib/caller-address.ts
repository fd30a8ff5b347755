import { isIP } from 'node:net';

/**
 * The network address that a request came from, as the nearest proxy (or our own server) saw it: the last entry of
 * X-Forwarded-For. Entries before it were said by the caller, so nothing is believed of them. Null when there is none that is
 * an address.
 */
export function callerAddress(headers: Pick<Headers, 'get'>): string | null {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  // Some proxies add the port, or brackets around IPv6; a socket tells IPv4 as ::ffff:1.2.3.4.
  const bare = /^\[(.+)\](?::\d+)?$/.exec(last)?.[1] ?? /^([\d.]+):\d+$/.exec(last)?.[1] ?? last;
  const address = bare.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) ? address : null;
}
