import { domainToASCII } from 'node:url';
import { plainName } from '@/lib/plain-name';
import { Refusal } from '../errors';

/**
 * An address as it is compared, whatever it is: trimmed, composed (NFC), small letters, without NUL, which no database takes, and
 * its domain in ASCII without a dot at its end, for `müller.de` and `xn--mller-kva.de` are one place and one firm's.
 */
export function comparedEmail(text: string): string {
  const email = text.replaceAll('\0', '').trim().normalize('NFC').toLowerCase().replace(/\.$/, '');
  const at = email.lastIndexOf('@') + 1;
  const host = email.slice(at);
  // Only what needs it: the function takes a domain for the beginning of a web address.
  const ascii = at > 0 && /[^\x21-\x7e]/.test(host) ? domainToASCII(host) : '';
  return ascii ? email.slice(0, at) + ascii : email;
}

const longest = 254;

/**
 * An e-mail address as it is stored and compared, see comparedEmail. Refuses (`email_invalid`) what cannot be one, and what is
 * not what it looks like: see lib/plain-name.ts.
 */
export function normalizedEmail(text: string): string {
  const email = comparedEmail(text);
  if (
    text.includes('\0') ||
    email.length > longest ||
    !/^[^\s@]+@[^\s@]+$/.test(email) ||
    !('name' in plainName(email, longest))
  )
    throw new Refusal('email_invalid', 422, { value: text.slice(0, 80) }, 'email');
  return email;
}
