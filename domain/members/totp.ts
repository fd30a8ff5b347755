import { Secret, TOTP } from 'otpauth';

// What every authenticator app understands, and the only thing some of them do: SHA-1, six digits, thirty seconds.
const period = 30;

const totpOf = (secret: string, email = ''): TOTP =>
  new TOTP({
    issuer: 'Fairway',
    label: email,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period,
  });

/** A new secret of 160 bits, in base32 as people type it. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says: under the firm's and the person's name the app lists it. */
export const setupAddress = (secret: string, email: string): string => totpOf(secret, email).toString();

/**
 * The time step (of thirty seconds since 1970) to which a code belongs; null when it belongs to none near this instant. The
 * steps before and after count too: clocks differ.
 */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / period) + delta;
}
