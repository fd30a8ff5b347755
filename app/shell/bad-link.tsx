import { ButtonLink } from '@/components/form/button-link';
import type { Refusal } from '@/domain/errors';
import { sentenceOf } from '@/domain/sentence';
import { getLocale, getTranslations } from '@/i18n/request';
import { Entry } from './entry';

/** A link out of a mail that is not good (any more): why, and the way to a new one. */
export async function BadLink({ refusal, again }: { refusal: Refusal; again: { href: string; label: string } }) {
  const t = await getTranslations('links');
  return (
    <Entry
      title={refusal.code === 'link_used' ? t('usedTitle') : t('badTitle')}
      lead={sentenceOf(refusal, await getLocale())}
    >
      <div className="flex flex-wrap gap-2.5">
        <ButtonLink href="/sign-in" variant="primary">
          {t('toSignIn')}
        </ButtonLink>
        <ButtonLink href={again.href}>{again.label}</ButtonLink>
      </div>
    </Entry>
  );
}
