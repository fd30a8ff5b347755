import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { env } from './env';

const derived = (key: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', purpose, 32));

/** By which a sealed text names its key; tells nothing of the key. */
const fingerprintOf = (key: string): string =>
  createHash('sha256').update(derived(key, 'fingerprint of a sealing key')).digest('base64url').slice(0, 8);

/** Sealed text is `v1.<fingerprint of the key>.<nonce, tag, body>`; what was sealed before keys had names is the last part alone. */
const named = /^v1\.([\w-]{8})\.([\w-]+)$/;

/**
 * Text that may pass through other hands or lie in a table: encrypted and signed (AES-256-GCM) for one purpose, safe in an
 * address. Only the same installation, asked for the same purpose, can open it. Sealed with the current key.
 */
export function seal(text: string, purpose: string): string {
  const key = env().ENCRYPTION_KEY;
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derived(key, `seal ${purpose}`), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `v1.${fingerprintOf(key)}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}

/** What was sealed for this purpose, with the current key or an earlier one that is still known; null for anything else. */
export function unseal(sealed: string, purpose: string): string | null {
  const keys = [env().ENCRYPTION_KEY, ...env().ENCRYPTION_KEY_PREVIOUS];
  const [, fingerprint, body] = named.exec(sealed) ?? [];
  for (const key of fingerprint ? keys.filter((known) => fingerprintOf(known) === fingerprint) : keys) {
    const text = open(body ?? sealed, key, purpose);
    if (text !== null) return text;
  }
  return null;
}

/** How a text begins that was sealed with the current key. */
export const currentSeal = (): string => `v1.${fingerprintOf(env().ENCRYPTION_KEY)}.`;

function open(body: string, key: string, purpose: string): string | null {
  const bytes = Buffer.from(body, 'base64url');
  if (bytes.length < 29) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', derived(key, `seal ${purpose}`), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
