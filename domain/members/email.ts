import { Refusal } from '../errors';

/** An e-mail address as it is stored and compared: trimmed, lower case. Refuses what cannot be one (`email_invalid`). */
export function normalizedEmail(text: string): string {
  const email = text.trim().toLowerCase();
  if (email.length > 254 || !/^[^\s@]+@[^\s@]+$/.test(email))
    throw new Refusal('email_invalid', 422, { value: text.slice(0, 80) }, 'email');
  return email;
}
