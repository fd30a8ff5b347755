import { directoryQuery } from '@/db/client';
import type { LetterKind } from '@/emails/letters/letter';
import type { Locale } from '@/i18n/locale';
import { now } from '@/lib/clock';
import { seal } from '@/lib/seal';
import type { DirectoryQuery } from '../in-directory';
import { normalizedEmail } from '../members/email';

/** What the contents of letters are sealed for. */
export const letterPurpose = 'letter';

/** On this channel the worker is told that a letter waits. */
export const letterChannel = 'fairway_letters';

/**
 * Leaves a mail to one person for the worker, which sends it within seconds. Until then its contents (links that open
 * something) are sealed; afterwards they are emptied. Answers the letter's id. Refusal: `email_invalid`.
 * @param input.tenantId in whose name it goes out, if it is a firm's; it goes when the firm goes
 * @param query of the transaction with which the letter stands or falls, if there is one
 */
export async function postLetter<Props extends object>(
  input: {
    email: string;
    locale: Locale;
    letter: LetterKind<Props>;
    props: Props;
    tenantId?: string;
  },
  query: DirectoryQuery = directoryQuery,
): Promise<string> {
  const [row] = await query<{ id: string }>(
    `with row as (insert into directory.letters (email, letter, locale, props, tenant_id, due_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $6) returning id)
     select id, pg_notify($7, '') from row`,
    [
      normalizedEmail(input.email),
      input.letter.name,
      input.locale,
      seal(JSON.stringify(input.props), letterPurpose),
      input.tenantId ?? null,
      now(),
      letterChannel,
    ],
  );
  return row!.id;
}
