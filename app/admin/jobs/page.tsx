import type { Metadata } from 'next';
import { deskRead } from '@/app/access/desk-act';
import { deskReader } from '@/app/desk/desk-reader';
import { JobTable } from '@/app/desk/job-table';
import { one } from '@/app/reading/asked';
import type { PageProps } from '@/app/shell/page-props';
import { Refused } from '@/app/shell/refused';
import { SubmitButton } from '@/components/form/submit-button';
import { Tabs } from '@/components/form/tabs';
import { PageHeader } from '@/components/shell/page-header';
import { Callout } from '@/components/status/callout';
import { tenantNames } from '@/domain/platform/tenant-names';
import { getTranslations } from '@/i18n/request';
import { now } from '@/lib/clock';
import { queueNamed, queueStates, stateNamed } from '@/workers/desk/queue-names';
import { mostOrders, readQueues } from '@/workers/desk/queues';
import { retryEvery } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.jobs'))('title') };
}

/** What the worker has to do, by queue and state. */
export default async function DeskJobsPage({ searchParams }: PageProps) {
  const search = await searchParams;
  const queue = queueNamed(one(search, 'queue')) ?? 'ingest';
  const state = stateNamed(one(search, 'state')) ?? 'failed';
  const { queues, firms, user } = await deskRead(async ({ platform, user }) => {
    const queues = await readQueues(platform, { queue, state });
    const orders = queues?.flatMap((each) => each.orders) ?? [];
    return {
      queues,
      firms: await tenantNames(
        platform,
        orders.map((order) => order.payload.tenantId),
      ),
      user,
    };
  });
  const reader = await deskReader(user);
  const { t, f } = reader;
  if (!queues) {
    return (
      <>
        <PageHeader title={t('desk.jobs.title')} lead={t('desk.jobs.lead')} />
        <Callout tone="warn" title={t('desk.jobs.away')}>
          {t('desk.jobs.awayText')}
        </Callout>
      </>
    );
  }
  const shown = queues.find((one) => one.queue === queue)!;
  const href = (change: { queue?: string; state?: string }) =>
    `/admin/jobs?${new URLSearchParams({ queue, state, ...change })}`;
  const [retried, removed] = [one(search, 'retried'), one(search, 'removed')];
  return (
    <>
      <PageHeader title={t('desk.jobs.title')} lead={t('desk.jobs.lead')} />
      <Refused code={search.refused} />
      {(retried || removed) && (
        <div className="mb-6">
          <Callout
            tone="good"
            live
            title={removed ? t('desk.jobs.removed') : t('desk.jobs.retried', { count: Number(retried) || 0 })}
          />
        </div>
      )}
      <Tabs
        label={t('desk.jobs.queue')}
        items={queues.map((each) => ({
          href: href({ queue: each.queue }),
          label: t(`desk.jobs.queues.${each.queue}`),
          current: each.queue === queue,
          count: f.number(Object.values(each.counts).reduce((sum, n) => sum + n, 0)),
        }))}
      />
      <div className="mb-4">
        <Tabs
          label={t('desk.jobs.state')}
          variant="segments"
          items={queueStates.map((each) => ({
            href: href({ state: each }),
            label: t(`desk.jobs.states.${each}`),
            current: each === state,
            count: f.number(shown.counts[each]),
          }))}
        />
      </div>
      <JobTable
        reader={reader}
        queue={queue}
        state={state}
        orders={shown.orders}
        firms={firms}
        now={now()}
        tools={
          state === 'failed' &&
          shown.orders.length > 0 && (
            <form action={retryEvery}>
              <input type="hidden" name="queue" value={queue} />
              <input type="hidden" name="state" value={state} />
              <SubmitButton pending={t('desk.jobs.retrying')} size="sm" variant="secondary" icon="retry">
                {t('desk.jobs.retryAll')}
              </SubmitButton>
            </form>
          )
        }
        footer={
          shown.counts[state] > shown.orders.length && (
            <p className="num text-sm text-ink-3">{t('desk.jobs.most', { count: mostOrders })}</p>
          )
        }
      />
    </>
  );
}
