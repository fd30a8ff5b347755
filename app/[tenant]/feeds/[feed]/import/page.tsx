import type { Metadata } from 'next';
import { read, tryRead } from '@/app/access/read';
import { requireAccess } from '@/app/access/require-access';
import { MappingForm } from '@/app/feeds/mapping-form';
import { mappingTexts } from '@/app/feeds/mapping-texts';
import { previewView } from '@/app/feeds/preview-view';
import { uploadOf } from '@/app/feeds/upload-ticket';
import { one } from '@/app/reading/asked';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { ButtonLink } from '@/components/form/button-link';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { PageHeader } from '@/components/shell/page-header';
import { Callout } from '@/components/status/callout';
import { getFeed } from '@/domain/feeds/read-feeds';
import { previewFile } from '@/domain/ingest/preview-file';
import { sentenceOf } from '@/domain/sentence';
import { getTranslations } from '@/i18n/request';
import { previewImport, startImport } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('importPage'))('title') };
}

/** The first rows of a file under a suggested mapping, before anything is read in. */
export default async function ImportPage({ params, searchParams }: PageProps<'tenant' | 'feed'>) {
  const { tenant: slug, feed: id } = await params;
  const ticket = one(await searchParams, 'file') ?? '';
  const entry = await requireAccess(slug);
  const reader = await readerOf(entry);
  const { t, f, locale } = reader;
  const feed = await read(slug, (work) => getFeed(work, id));
  const upload = uploadOf(entry.access, ticket);
  const found = upload && (await tryRead(slug, (work) => previewFile(work, { upload, feedId: id })));
  const bring = (
    <ButtonLink href={`/${slug}/feeds/${id}`} icon="upload">
      {t('importPage.bringOther')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t('importPage.title')}
        lead={upload ? t('importPage.lead', { name: upload.name, size: f.bytes(upload.size) }) : undefined}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[
              { label: t('shell.feeds'), href: `/${slug}/feeds` },
              { label: feed.name, href: `/${slug}/feeds/${id}` },
              { label: t('importPage.title') },
            ]}
          />
        }
        actions={found?.result && bring}
      />
      {found?.result ? (
        <MappingForm
          initial={previewView(reader, found.result)}
          preview={previewImport.bind(null, slug, id, ticket)}
          submit={startImport.bind(null, slug, id, ticket)}
          submitLabel={t('importPage.start')}
          submitPending={t('importPage.starting')}
          texts={mappingTexts(reader)}
        />
      ) : (
        <Callout tone="bad" title={found ? t('importPage.cannot') : t('importPage.gone')} actions={bring}>
          {found && sentenceOf(found.refusal, locale)}
        </Callout>
      )}
    </>
  );
}
