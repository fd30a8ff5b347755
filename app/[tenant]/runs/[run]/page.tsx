import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { runTone } from '@/app/feeds/freshness-tone';
import { KeptAside } from '@/app/feeds/kept-aside';
import { liveRun } from '@/app/feeds/live-run';
import { readKeptAside } from '@/app/feeds/read-kept-aside';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Refused } from '@/app/shell/refused';
import { askedPage } from '@/app/shell/table-place';
import { ButtonLink } from '@/components/form/button-link';
import { SubmitButton } from '@/components/form/submit-button';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { LiveProgress } from '@/components/status/live-progress';
import { StatusBadge } from '@/components/status/status-badge';
import { getFeed } from '@/domain/feeds/read-feeds';
import { getRun } from '@/domain/ingest/read-runs';
import { workerIsAlive } from '@/domain/readiness/readiness';
import { can } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';
import { replay } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('runPage'))('title') };
}

/** One execution of a feed: how far it is, its counts, and the rows it kept aside with their reasons. */
export default async function RunPage({ params, searchParams }: PageProps<'tenant' | 'run'>) {
  const { tenant: slug, run: id } = await params;
  const search = await searchParams;
  const { run, feed, aside, entry, now } = await read(slug, async (work, entry) => {
    const run = await getRun(work, id);
    return {
      run,
      // An archived feed has no page any more; its runs stay readable.
      feed: await getFeed(work, run.feedId).catch(() => null),
      aside: await readKeptAside(work, search, { runId: id, limit: 50 }),
      entry,
      now: work.now,
    };
  });
  const reader = await readerOf(entry);
  const { t, f } = reader;
  const base = `/${slug}`;
  const live = liveRun(reader, run, now, !(await workerIsAlive()));
  const over = live.state === 'done' || live.state === 'failed';
  const mayManage = can(entry.access, 'feed.manage');
  const counts = (['read', 'inserted', 'updated', 'unchanged', 'rejected'] as const).map((key) => ({
    key,
    label: t(`runPage.${key}`),
    tone: key === 'rejected' ? ('warn' as const) : undefined,
  }));
  const path = `${base}/runs/${id}`;
  return (
    <>
      <PageHeader
        title={t('runPage.of', { feed: run.feedName })}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[
              { label: t('shell.feeds'), href: `${base}/feeds` },
              { label: run.feedName, href: feed ? `${base}/feeds/${run.feedId}` : undefined },
              { label: t('runPage.title') },
            ]}
          />
        }
        status={<StatusBadge tone={runTone[run.status]} label={t(`runStatus.${run.status}`)} />}
        meta={
          <>
            <span>{run.source ? `${run.source.name} · ${f.bytes(run.source.size)}` : t(`runKind.${run.kind}`)}</span>
            {run.startedAt && <span>{t('runPage.started', { when: f.instant(run.startedAt) })}</span>}
            {run.finishedAt && <span>{t('runPage.finished', { when: f.instant(run.finishedAt) })}</span>}
            {run.replayOf && (
              <span>
                {t('runPage.replayOf')}{' '}
                <a href={`${base}/runs/${run.replayOf}`} className="text-brand hover:underline">
                  {t('runPage.openOriginal')}
                </a>
              </span>
            )}
          </>
        }
        actions={over && <ButtonLink href={base}>{t('runPage.toToday')}</ButtonLink>}
      />
      <Refused code={search.refused} tenant={entry.access.tenant.name} />
      {run.status === 'failed' && (
        <div className="mb-4">
          <Callout tone="bad" title={live.note!}>
            {t('runPage.failedSafe')}
          </Callout>
        </div>
      )}
      <LiveProgress
        key={run.status}
        url={`${path}/state`}
        initial={live}
        locale={reader.locale}
        label={
          run.kind === 'replay' ? t('runPage.progressReplay') : t('runPage.progress', { name: run.source?.name ?? '' })
        }
        counts={counts}
        stateLabels={{
          waiting: t('runPage.waiting'),
          running: t('runPage.running'),
          done: t('runPage.done'),
          failed: t('runPage.failed'),
        }}
        lost={t('runPage.lost')}
      />
      {over && (
        <p className="num mt-2 text-sm text-ink-3">
          {t('runPage.agree', {
            inserted: f.number(run.inserted),
            updated: f.number(run.updated),
            unchanged: f.number(run.unchanged),
            rejected: f.number(run.rejected),
            read: f.number(run.read),
          })}
        </p>
      )}
      {over && (
        <Section
          id="rejects"
          title={t('runPage.rejects')}
          text={
            !aside
              ? t('limits.rows')
              : aside.data.length > 0 || askedPage({ search }).cursor
                ? t(mayManage ? 'runPage.rejectsText' : 'runPage.rejectsRead', {
                    open: f.number(run.openRejects),
                    all: f.number(Math.max(run.rejected, run.openRejects)),
                  })
                : undefined
          }
          actions={
            mayManage &&
            feed &&
            run.openRejects > 0 && (
              <>
                {run.kind !== 'records' && (
                  <ButtonLink
                    href={`${base}/feeds/${run.feedId}/mapping?run=${run.replayOf ?? run.id}`}
                    variant="primary"
                    icon="settings"
                  >
                    {t('runPage.fix')}
                  </ButtonLink>
                )}
                <form action={replay.bind(null, slug, id)}>
                  <SubmitButton variant="secondary" icon="retry" pending={t('runPage.replaying')}>
                    {t('runPage.replay', { count: run.openRejects })}
                  </SubmitButton>
                </form>
              </>
            )
          }
        >
          {aside && (
            <KeptAside place={{ path, search, reader }} base={base} aside={aside} target={feed?.mapping?.target} />
          )}
        </Section>
      )}
    </>
  );
}
