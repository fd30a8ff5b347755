import type { Metadata } from 'next';
import { readCookie } from '@/app/access/host-cookie';
import { Entry } from '@/app/shell/entry';
import type { PageProps } from '@/app/shell/page-props';
import { SubmitButton } from '@/components/form/submit-button';
import { readUnsubscribe } from '@/domain/digests/unsubscribe';
import { Refusal } from '@/domain/errors';
import { isLocale, localeCookie } from '@/i18n/locale';
import { getLocale, getTranslations } from '@/i18n/request';
import { translatorIn } from '@/i18n/translator';
import { set } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('unsubscribePage'))('title') };
}

const find = async (token: string) => {
  try {
    return await readUnsubscribe(token);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

/** Ends one digest for one person, who need not be signed in. In the reader's language, unless this device has another. */
export default async function UnsubscribePage({ params }: PageProps<'token'>) {
  const { token } = await params;
  const found = await find(token);
  const chosen = await readCookie(localeCookie);
  const locale = isLocale(chosen) ? chosen : found?.locale;
  const t = translatorIn(locale ?? (await getLocale()), 'unsubscribePage');
  if (!found) return <Entry title={t('badTitle')} lead={t('bad')} />;
  const names = { digest: t(found.digest), tenant: found.tenantName };
  return (
    <Entry
      locale={locale}
      title={found.active ? t('title') : t('endedTitle')}
      lead={found.active ? t('lead', names) : t('ended', names)}
    >
      <form action={set.bind(null, token, !found.active)}>
        {found.active ? (
          <SubmitButton pending={t('ending')}>{t('end')}</SubmitButton>
        ) : (
          <SubmitButton variant="secondary" pending={t('beginning')}>
            {t('again')}
          </SubmitButton>
        )}
      </form>
    </Entry>
  );
}
