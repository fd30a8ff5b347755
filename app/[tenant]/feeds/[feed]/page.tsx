import type { Metadata } from 'next';
import { cache } from 'react';
import { read } from '@/app/access/read';
import { CompletenessTable } from '@/app/feeds/completeness-table';
import { freshnessTone } from '@/app/feeds/freshness-tone';
import { KeptAside } from '@/app/feeds/kept-aside';
import { readKeptAside } from '@/app/feeds/read-kept-aside';
import { RunTable } from '@/app/feeds/run-table';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import type { PageProps, Search } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Refused } from '@/app/shell/refused';
import { askedPage } from '@/app/shell/table-place';
import { ButtonLink } from '@/components/form/button-link';
import { ConfirmButton } from '@/components/form/confirm-button';
import { FileDrop } from '@/components/form/file-drop';
import { SubmitButton } from '@/components/form/submit-button';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { StatusBadge } from '@/components/status/status-badge';
import { connectorNamed } from '@/connectors/catalogue';
import { getFeed } from '@/domain/feeds/read-feeds';
import { listRuns } from '@/domain/ingest/read-runs';
import { largestUpload } from '@/domain/ingest/uploads';
import { can } from '@/domain/tenants/access';
import { archive, rename, setStatus } from '../actions';

type Props = PageProps<'tenant' | 'feed'>;

/** `address`: the page's parameters as JSON, equal for the title and the page. */
const load = cache((slug: string, id: string, address: string) =>
  read(slug, async (work, entry) => {
    const search: Search = JSON.parse(address);
    return {
      feed: await getFeed(work, id),
      runs: await listRuns(work, { feedId: id, ...askedPage({ search, name: 'runs' }) }),
      aside: await readKeptAside(work, search, { feedId: id, limit: 10 }),
      entry,
      now: work.now,
    };
  }),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { tenant, feed } = await params;
  return { title: (await load(tenant, feed, JSON.stringify(await searchParams))).feed.name };
}

/** Is it complete, how late is it, what came last, what was kept aside; and the place to bring the next file. */
export default async function FeedPage({ params, searchParams }: Props) {
  const { tenant: slug, feed: id } = await params;
  const search = await searchParams;
  const { feed, runs, aside, entry, now } = await load(slug, id, JSON.stringify(search));
  const reader = await readerOf(entry);
  const { t, f, say, locale } = reader;
  const base = `/${slug}`;
  const path = `${base}/feeds/${id}`;
  const connector = connectorNamed(feed.connector);
  const mayManage = can(entry.access, 'feed.manage');
  const fill = (key: 'sending' | 'sent' | 'failed' | 'tooLarge' | 'hint') =>
    t(`feedPage.${key}`, { name: '{name}', size: '{size}', max: key === 'hint' ? f.bytes(2e9) : '{max}' });
  return (
    <>
      <PageHeader
        title={feed.name}
        lead={t('feedPage.lead')}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[{ label: t('shell.feeds'), href: `${base}/feeds` }, { label: feed.name }]}
          />
        }
        status={
          feed.status === 'paused' ? (
            <StatusBadge tone="neutral" label={t('feedsPage.paused')} />
          ) : (
            <StatusBadge tone={freshnessTone[feed.freshness]} label={t(`freshness.${feed.freshness}`)} />
          )
        }
        meta={
          <>
            {connector && <span>{say(connector.title)}</span>}
            <span>{t(connector?.kind === 'push' ? 'feedPage.nextPush' : 'feedPage.nextRun')}</span>
          </>
        }
        actions={
          mayManage && (
            <>
              {feed.mapping && (
                <ButtonLink href={`${path}/mapping`} icon="settings">
                  {t('feedPage.mapping')}
                </ButtonLink>
              )}
              <form action={setStatus.bind(null, slug, id, feed.status === 'paused' ? 'active' : 'paused')}>
                <SubmitButton variant="secondary" pending={t('feedPage.pausing')}>
                  {t(feed.status === 'paused' ? 'feedPage.resume' : 'feedPage.pause')}
                </SubmitButton>
              </form>
            </>
          )
        }
      />
      <Refused code={search.refused} tenant={entry.access.tenant.name} />
      <div className="mb-6 space-y-3 empty:hidden">
        {search.saved && <Callout tone="good" title={t('form.saved')} live />}
        {feed.status === 'paused' && <Callout tone="info" title={t('feedPage.pausedText')} />}
      </div>
      {feed.openRejects > 0 && (
        <Section
          id="rejects"
          title={t('feedPage.openRejects', { count: feed.openRejects })}
          text={t(!aside ? 'limits.rows' : mayManage ? 'feedPage.openRejectsText' : 'feedPage.openRejectsRead')}
          actions={
            mayManage &&
            aside?.data[0] && (
              <ButtonLink href={`${base}/runs/${aside.data[0].runId}#rejects`} size="sm" icon="retry">
                {t('feedPage.toCorrect')}
              </ButtonLink>
            )
          }
        >
          {aside && (
            <KeptAside
              place={{ path, search, reader }}
              base={base}
              aside={aside}
              target={feed.mapping?.target}
              withRun
            />
          )}
        </Section>
      )}
      {mayManage && feed.status === 'active' && connector?.kind === 'file' && (
        <Section title={t('feedPage.bring')} text={t('feedPage.bringText')}>
          <FileDrop
            url={`${path}/files`}
            accept=".csv,.tsv,.txt,.xlsx,.json,.ndjson,.jsonl,.gz,.zip"
            maxBytes={largestUpload}
            locale={locale}
            labels={{
              drop: t('feedPage.drop'),
              or: t('feedPage.or'),
              choose: t('feedPage.choose'),
              hint: fill('hint'),
              sending: fill('sending'),
              sent: fill('sent'),
              failed: fill('failed'),
              tooLarge: fill('tooLarge'),
            }}
          />
        </Section>
      )}
      {connector?.kind === 'push' && (
        <Section title={t('feedPage.apiTitle')} text={t('feedPage.apiText')}>
          <Card>
            <code className="block overflow-x-auto text-sm whitespace-nowrap">
              POST /api/v1/feeds/{id}/records/&#123;record&#125;
            </code>
          </Card>
        </Section>
      )}
      <Section title={t('feedPage.complete')}>
        {feed.records.length > 0 ? (
          <CompletenessTable place={{ path, search, reader, name: 'records' }} feed={feed} now={now} />
        ) : (
          <p className="text-ink-3">{t('feedPage.completeEmpty')}</p>
        )}
      </Section>
      <Section id="runs" title={t('feedPage.runs')}>
        <RunTable
          place={{ path, search, reader, name: 'runs', anchor: 'runs' }}
          base={base}
          runs={runs.data}
          next={runs.next}
          orders={runs.sortable}
          label={t('feedPage.runs')}
          empty={t('feedPage.runsEmpty')}
        />
      </Section>
      {mayManage && (
        <Section title={t('feedPage.settings')}>
          <Card pad="lg">
            <ActionForm
              action={rename.bind(null, slug, id)}
              known={['name']}
              className="flex flex-wrap items-start gap-3"
            >
              <div className="min-w-64 grow sm:max-w-md">
                <FormText name="name" label={t('feedPage.rename')} defaultValue={feed.name} maxLength={80} />
              </div>
              <div className="pt-6">
                <SubmitButton variant="secondary" pending={t('form.saving')}>
                  {t('form.save')}
                </SubmitButton>
              </div>
            </ActionForm>
            <div className="mt-5 border-t border-line pt-4">
              <ConfirmButton
                title={t('feedPage.archiveTitle')}
                text={t('feedPage.archiveText')}
                confirm={t('feedPage.archive')}
                cancel={t('form.cancel')}
                pending={t('feedPage.pausing')}
                action={archive.bind(null, slug, id)}
              >
                {t('feedPage.archive')}
              </ConfirmButton>
            </div>
          </Card>
        </Section>
      )}
    </>
  );
}
