import { cookies } from 'next/headers';
import { env } from '@/lib/env';
import { seal, unseal } from '@/lib/seal';

const name = 'recovery-codes';
const path = '/account/two-factor';
const purpose = (userId: string): string => `recovery codes ${userId}`;

/** Carries new recovery codes to the page that shows them: sealed for this person, for ten minutes at most. */
export async function carryCodes(userId: string, codes: string[]): Promise<void> {
  (await cookies()).set(name, seal(codes.join(' '), purpose(userId)), {
    httpOnly: true,
    sameSite: 'strict',
    secure: env().APP_URL.startsWith('https://'),
    path,
    maxAge: 600,
  });
}

/** The codes that were made just now; null when there are none to show. */
export async function carriedCodes(userId: string): Promise<string[] | null> {
  const sealed = (await cookies()).get(name)?.value;
  return (sealed && unseal(sealed, purpose(userId))?.split(' ')) || null;
}

export async function dropCodes(): Promise<void> {
  (await cookies()).delete({ name, path });
}
