import type { Metadata } from 'next';
import { deskRead } from '@/app/access/desk-act';
import { DeskFeedTable } from '@/app/desk/desk-feed-table';
import { deskReader } from '@/app/desk/desk-reader';
import { EntryTable } from '@/app/desk/entry-table';
import { FailedRunTable } from '@/app/desk/failed-run-table';
import { TenantDeeds } from '@/app/desk/tenant-deeds';
import { TenantFacts } from '@/app/desk/tenant-facts';
import { TenantStatus } from '@/app/desk/tenant-status';
import { VisitTable } from '@/app/desk/visit-table';
import { one } from '@/app/reading/asked';
import type { PageProps } from '@/app/shell/page-props';
import { Refused } from '@/app/shell/refused';
import { ButtonLink } from '@/components/form/button-link';
import { SubmitButton } from '@/components/form/submit-button';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { getTenantAtDesk } from '@/domain/platform/get-tenant';
import { now } from '@/lib/clock';
import { leave } from './actions';

export async function generateMetadata({ params }: PageProps<'slug'>): Promise<Metadata> {
  return { title: (await params).slug };
}

const deeds = ['suspended', 'resumed', 'ended'] as const;

/** One firm: how it stands, what failed, what we did there, and what can be done. */
export default async function DeskTenantPage({ params, searchParams }: PageProps<'slug'>) {
  const { slug } = await params;
  const search = await searchParams;
  const done = deeds.find((known) => known === one(search, 'done'));
  const { tenant, user } = await deskRead(async ({ platform, user }) => ({
    tenant: await getTenantAtDesk(platform, slug),
    user,
  }));
  const reader = await deskReader(user);
  const { t, f } = reader;
  const place = { path: `/admin/tenants/${slug}`, search, reader };
  const at = now();
  const visiting = tenant.visits.some((v) => v.admin === user.email && !v.endedAt && v.endsAt > at);
  return (
    <>
      <PageHeader
        title={tenant.name}
        breadcrumbs={
          <Breadcrumbs label={t('shell.breadcrumbs')} items={[{ label: t('desk.tenant.back'), href: '/admin' }]} />
        }
        status={<TenantStatus reader={reader} status={tenant.status} bitesAt={tenant.bitesAt} now={at} />}
        meta={
          <>
            <span>{tenant.slug}</span>
            {tenant.asOf && <span className="num">{t('desk.asOf', { at: f.instant(tenant.asOf) })}</span>}
          </>
        }
        actions={
          visiting && (
            <>
              <ButtonLink href={`/${slug}`}>{t('desk.tenant.openPages')}</ButtonLink>
              <form action={leave.bind(null, slug)}>
                <SubmitButton pending={t('banner.ending')}>{t('banner.endVisit')}</SubmitButton>
              </form>
            </>
          )
        }
      />
      <Refused code={search.refused} tenant={tenant.name} />
      {done && (
        <div className="mb-6">
          <Callout tone="good" title={t(`desk.tenant.done.${done}`)} live />
        </div>
      )}
      {tenant.status === 'suspended' && tenant.statusSince && tenant.bitesAt && (
        <div className="mb-6">
          <Callout
            tone="warn"
            title={t('desk.tenant.suspendedSince', {
              since: f.instant(tenant.statusSince),
              bites: f.instant(tenant.bitesAt),
            })}
          >
            {t('desk.tenant.reason')}: {tenant.statusReason}
          </Callout>
        </div>
      )}
      <Section title={t('desk.tenant.facts')}>
        <TenantFacts reader={reader} tenant={tenant} now={at} />
      </Section>
      <Section title={t('desk.tenant.feeds')}>
        <DeskFeedTable
          place={{ ...place, name: 'feeds' }}
          rows={tenant.feeds}
          now={at}
          label={t('desk.tenant.feeds')}
          empty={t('desk.tenant.noFeeds')}
        />
      </Section>
      <Section title={t('desk.tenant.failedRuns')}>
        <FailedRunTable place={{ ...place, name: 'runs' }} rows={tenant.failedRuns} now={at} />
      </Section>
      <Section title={t('desk.tenant.deeds')}>
        <TenantDeeds reader={reader} tenant={tenant} />
      </Section>
      <Section title={t('desk.tenant.visits')}>
        <VisitTable place={{ ...place, name: 'visits' }} rows={tenant.visits} now={at} />
      </Section>
      <Section title={t('desk.tenant.entries')}>
        <EntryTable
          place={{ ...place, name: 'entries' }}
          rows={tenant.entries}
          orders={[]}
          next={null}
          label={t('desk.tenant.entries')}
          empty={t('desk.tenant.noEntries')}
        />
      </Section>
    </>
  );
}
