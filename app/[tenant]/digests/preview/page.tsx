import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { MailFrame } from '@/app/digests/mail-frame';
import { one } from '@/app/reading/asked';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Tabs } from '@/components/form/tabs';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { PageHeader } from '@/components/shell/page-header';
import { digestIds, isDigest } from '@/domain/digests/digest';
import { previewDigest } from '@/domain/digests/preview-digest';
import { getTranslations } from '@/i18n/request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('digestsPage'))('preview') };
}

/** A digest as one would get it now. */
export default async function PreviewPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const asked = one(await searchParams, 'digest') ?? '';
  const digest = isDigest(asked) ? asked : 'daily';
  const { mail, entry } = await read(slug, async (work, entry) => ({
    mail: await previewDigest(work, { digest }),
    entry,
  }));
  const { t } = await readerOf(entry);
  const title = t('digestsPage.previewTitle', { digest: t(`digestsPage.${digest}`) });
  return (
    <>
      <PageHeader
        title={title}
        lead={t('digestsPage.previewLead')}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[{ label: t('shell.digests'), href: `/${slug}/digests` }, { label: t('digestsPage.preview') }]}
          />
        }
        meta={t('digestsPage.subjectOf', { subject: mail.subject })}
        actions={
          <Tabs
            variant="segments"
            label={t('digestsPage.preview')}
            items={digestIds.map((id) => ({
              href: `/${slug}/digests/preview?digest=${id}`,
              label: t(`digestsPage.${id}`),
              current: id === digest,
            }))}
          />
        }
      />
      <MailFrame html={mail.html} title={title} />
    </>
  );
}
