import { dropCookie, keepCookie, readCookie } from '@/app/access/host-cookie';
import { seal, unseal } from '@/lib/seal';

const name = 'recovery-codes';
const purpose = (userId: string): string => `recovery codes ${userId}`;

/** Carries new recovery codes to the page that shows them: sealed for this person, for ten minutes at most. */
export const carryCodes = (userId: string, codes: string[]): Promise<void> =>
  keepCookie(name, seal(codes.join(' '), purpose(userId)), { seconds: 600, hidden: true, strict: true });

/** The codes that were made just now; null when there are none to show. */
export async function carriedCodes(userId: string): Promise<string[] | null> {
  const sealed = await readCookie(name);
  return (sealed && unseal(sealed, purpose(userId))?.split(' ')) || null;
}

export const dropCodes = (): Promise<void> => dropCookie(name);
