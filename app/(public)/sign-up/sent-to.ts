import { keepCookie, readCookie } from '@/app/access/host-cookie';

const name = 'sent-to';

/** Keeps for an hour to which address a letter went: an address does not belong in a URL. */
export const keepSentTo = (email: string): Promise<void> =>
  keepCookie(name, email.slice(0, 254), { seconds: 3600, hidden: true });

export const sentTo = async (): Promise<string | null> => (await readCookie(name)) ?? null;
