import { Refusal } from '../errors';

export const digestIds = ['daily', 'weekly'] as const;
export type DigestId = (typeof digestIds)[number];

/** Local hour of sending for who has not chosen one. */
export const defaultHour = 7;

export const isDigest = (value: string): value is DigestId => (digestIds as readonly string[]).includes(value);

/** Refusal `digest_unknown` for a name that is none. */
export function requireDigest(value: string): DigestId {
  if (!isDigest(value))
    throw new Refusal('digest_unknown', 422, { digest: value, known: digestIds.join(', ') }, 'digest');
  return value;
}
