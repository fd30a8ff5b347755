import { Picture } from '@/components/brand/picture';
import { ButtonLink } from '@/components/form/button-link';
import { getTranslations } from '@/i18n/request';

/** What is not there, and what is somebody else's, look the same. */
export async function NothingHere() {
  const t = await getTranslations('states');
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center px-4 py-16 text-center">
      <Picture name="search" className="mb-5" />
      <h1 className="text-xl font-semibold">{t('notFoundTitle')}</h1>
      <p className="mt-2 text-ink-2">{t('notFound')}</p>
      <div className="mt-6">
        <ButtonLink href="/" variant="primary">
          {t('home')}
        </ButtonLink>
      </div>
    </div>
  );
}
