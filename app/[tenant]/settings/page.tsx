import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { FirmFacts } from '@/app/firm/firm-facts';
import { FirmForm } from '@/app/firm/firm-form';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { SettingsTabs } from '@/app/shell/settings-tabs';
import { ButtonLink } from '@/components/form/button-link';
import { Facts } from '@/components/numbers/facts';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { can } from '@/domain/tenants/access';
import { readFirm } from '@/domain/tenants/change-tenant';
import { getTranslations } from '@/i18n/request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settingsPage'))('title') };
}

/** How the firm counts, and how one reads. */
export default async function SettingsPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const { saved } = await searchParams;
  const { entry, firm } = await read(slug, async (work, entry) => ({ entry, firm: await readFirm(work) }));
  const reader = await readerOf(entry);
  const { t } = reader;
  const { user, access } = entry;
  const { tenant } = access;
  return (
    <>
      <PageHeader title={t('settingsPage.title')} lead={t('settingsPage.lead')} />
      <SettingsTabs access={access} current="" />
      <Section title={t('settingsPage.firm')} text={t('settingsPage.firmText')}>
        <Card pad="lg">
          {saved === 'firm' && (
            <div className="mb-5">
              <Callout tone="good" title={t('form.saved')} live />
            </div>
          )}
          {can(access, 'tenant.manage') ? (
            <FirmForm slug={slug} firm={firm} reader={reader} />
          ) : (
            <FirmFacts firm={firm} reader={reader} />
          )}
          <p className="mt-5 text-sm text-ink-3">
            {t('settingsPage.slug')}: <code>{tenant.slug}</code>
          </p>
        </Card>
      </Section>
      <Section title={t('settingsPage.you')} text={t('settingsPage.youText')}>
        <Card pad="lg">
          <div className="mb-5 max-w-xl">
            <Facts
              items={[
                { term: t('settingsPage.email'), text: user.email },
                { term: t('settingsPage.role'), text: t(`role.${access.actor.role}`) },
              ]}
            />
          </div>
          <ButtonLink href="/account">{t('settingsPage.toAccount')}</ButtonLink>
        </Card>
      </Section>
    </>
  );
}
