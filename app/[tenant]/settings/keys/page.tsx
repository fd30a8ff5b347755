import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { read } from '@/app/access/read';
import { KeyForm } from '@/app/keys/key-form';
import { KeyTable } from '@/app/keys/key-table';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Refused } from '@/app/shell/refused';
import { SettingsTabs } from '@/app/shell/settings-tabs';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { listKeys } from '@/domain/keys/list-keys';
import { can } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('keysPage'))('title') };
}

/** The firm's API keys. */
export default async function KeysPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const search = await searchParams;
  const { entry, keys } = await read(slug, async (work, entry) => {
    if (!can(entry.access, 'key.read')) notFound();
    return { entry, keys: await listKeys(work) };
  });
  const reader = await readerOf(entry);
  const { t } = reader;
  const mayManage = can(entry.access, 'key.manage');
  return (
    <>
      <PageHeader title={t('keysPage.title')} lead={t('keysPage.lead')} />
      <SettingsTabs access={entry.access} current="/keys" />
      <Refused code={search.refused} tenant={entry.access.tenant.name} />
      {search.done === 'revoked' && (
        <div className="mb-6">
          <Callout tone="good" title={t('keysPage.revoked')} live />
        </div>
      )}
      {mayManage && (
        <Section title={t('keysPage.newTitle')} text={t('keysPage.newText')}>
          <Card pad="lg">
            <KeyForm access={entry.access} />
          </Card>
        </Section>
      )}
      <Section title={t('keysPage.all')} text={t('keysPage.allText')}>
        <KeyTable
          place={{ path: `/${slug}/settings/keys`, search, reader }}
          slug={slug}
          keys={keys}
          mayManage={mayManage}
        />
      </Section>
    </>
  );
}
