import { directoryQuery } from '@/db/client';
import { renderLetter } from '@/emails/letters/render-letter';
import type { Mail } from '@/emails/mail';
import { unseal } from '@/lib/seal';
import { letterPurpose } from './post-letter';

/** A letter that waits in the tables, as its reader will get it, for tests. */
export interface WaitingLetter extends Mail {
  letter: string;
  locale: string;
  /** The token of its link. */
  token: string | null;
}

/** The letters that wait for an address, oldest first. */
export async function lettersTo(email: string): Promise<WaitingLetter[]> {
  const rows = await directoryQuery<{ letter: string; locale: 'en' | 'zh-CN'; props: string }>(
    'select letter, locale, props from directory.letters where email = $1 and props is not null order by created_at',
    [email],
  );
  return rows.map(({ letter, locale, props }) => {
    const given = JSON.parse(unseal(props, letterPurpose)!) as { link?: string };
    const token = /\/([\w-]{43})$/.exec(given.link ?? '')?.[1] ?? null;
    return { ...renderLetter(letter, given, locale)!, letter, locale, token };
  });
}
