import { domainToASCII } from 'node:url';
import { Refusal } from '../errors';

/**
 * An address as it is compared, whatever it is: trimmed, small letters, and its domain in ASCII without a dot at its end, for
 * `müller.de` and `xn--mller-kva.de` are one place and one firm's.
 */
export function comparedEmail(text: string): string {
  const email = text.trim().toLowerCase().replace(/\.$/, '');
  const at = email.lastIndexOf('@') + 1;
  const host = email.slice(at);
  // Only what needs it: the function takes a domain for the beginning of a web address.
  const ascii = at > 0 && /[^\x21-\x7e]/.test(host) ? domainToASCII(host) : '';
  return ascii ? email.slice(0, at) + ascii : email;
}

/** An e-mail address as it is stored and compared, see comparedEmail. Refuses what cannot be one (`email_invalid`). */
export function normalizedEmail(text: string): string {
  const email = comparedEmail(text);
  if (email.length > 254 || !/^[^\s@]+@[^\s@]+$/.test(email))
    throw new Refusal('email_invalid', 422, { value: text.slice(0, 80) }, 'email');
  return email;
}
