import { ButtonLink } from '@/components/form/button-link';
import { EmptyState } from '@/components/status/empty-state';
import { getTranslations } from '@/i18n/request';

/** The morning page before there is anything to say: what to connect, and what would be seen. */
export async function FirstSteps({ base, mayConnect }: { base: string; mayConnect: boolean }) {
  const t = await getTranslations();
  return (
    <EmptyState
      picture="channel"
      title={t('today.emptyTitle')}
      text={t('today.emptyText')}
      steps={[t('feedsPage.emptyStep1'), t('feedsPage.emptyStep2'), t('feedsPage.emptyStep3')]}
      action={
        mayConnect && (
          <ButtonLink href={`${base}/feeds/new`} variant="primary" icon="plus">
            {t('feedsPage.new')}
          </ButtonLink>
        )
      }
    />
  );
}
