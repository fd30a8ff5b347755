import { cookies } from 'next/headers';

const name = 'sent-to';

/** Keeps, for an hour and for the sign-up's pages alone, to which address a letter went: an address does not belong in a URL. */
export async function keepSentTo(email: string): Promise<void> {
  (await cookies()).set(name, email.slice(0, 254), { httpOnly: true, sameSite: 'lax', path: '/sign-up', maxAge: 3600 });
}

export const sentTo = async (): Promise<string | null> => (await cookies()).get(name)?.value ?? null;
