import { randomBytes } from 'node:crypto';

/** A link's secret: which tenant's row to look for (16 bytes), and 24 random bytes that only the mail's reader has. */
export const newUnsubscribeToken = (tenantId: string): string =>
  Buffer.concat([Buffer.from(tenantId.replaceAll('-', ''), 'hex'), randomBytes(24)]).toString('base64url');

/** The tenant's id in a token; null when it is no token. */
export function tenantOfToken(token: string): string | null {
  if (!/^[A-Za-z0-9_-]{54}$/.test(token)) return null;
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
