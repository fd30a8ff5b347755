import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { read } from '@/app/access/read';
import { MappingForm } from '@/app/feeds/mapping-form';
import { mappingTexts } from '@/app/feeds/mapping-texts';
import { previewView } from '@/app/feeds/preview-view';
import { rejectPreview } from '@/app/feeds/reject-preview';
import { one } from '@/app/reading/asked';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { PageHeader } from '@/components/shell/page-header';
import { getFeed } from '@/domain/feeds/read-feeds';
import { listRejects } from '@/domain/ingest/list-rejects';
import { getRun } from '@/domain/ingest/read-runs';
import { isLimited } from '@/domain/limits/limited';
import { getTranslations } from '@/i18n/request';
import { previewFix, saveFix } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('importPage'))('fixTitle') };
}

/** The feed's mapping, shown on rows that it could not read. */
export default async function MappingPage({ params, searchParams }: PageProps<'tenant' | 'feed'>) {
  const { tenant: slug, feed: id } = await params;
  const runId = one(await searchParams, 'run') ?? null;
  const { run, feed, preview, entry } = await read(slug, async (work, entry) => {
    const feed = await getFeed(work, id);
    const rejects =
      runId && !isLimited(entry.access) ? (await listRejects(work, { runId, limit: 20, status: 'open' })).data : [];
    return {
      feed,
      run: runId ? await getRun(work, runId) : null,
      preview: feed.mapping && (await rejectPreview(work, feed.mapping, rejects)),
      entry,
    };
  });
  if (!preview || (run && run.feedId !== feed.id)) notFound();
  const reader = await readerOf(entry);
  const { t } = reader;
  const open = run?.openRejects ?? 0;
  return (
    <>
      <PageHeader
        title={t('importPage.fixTitle')}
        lead={open > 0 ? t('importPage.fixLead', { count: open }) : t('importPage.fixLeadNone')}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[
              { label: t('shell.feeds'), href: `/${slug}/feeds` },
              { label: feed.name, href: `/${slug}/feeds/${id}` },
              { label: t('importPage.fixTitle') },
            ]}
          />
        }
      />
      <MappingForm
        initial={previewView(reader, preview)}
        preview={previewFix.bind(null, slug, id, runId)}
        submit={saveFix.bind(null, slug, id, runId)}
        submitLabel={open > 0 ? t('importPage.save') : t('importPage.saveOnly')}
        submitPending={t('importPage.saving')}
        texts={mappingTexts(reader)}
      />
    </>
  );
}
