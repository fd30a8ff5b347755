import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { read } from '@/app/access/read';
import { deliveryTone } from '@/app/digests/delivery-tone';
import { ActionForm } from '@/app/forms/action-form';
import { FormSelect } from '@/app/forms/form-select';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { ButtonLink } from '@/components/form/button-link';
import { FormActions } from '@/components/form/form-actions';
import { SubmitButton } from '@/components/form/submit-button';
import { Switch } from '@/components/form/switch';
import { Card } from '@/components/shell/card';
import { Grid } from '@/components/shell/grid';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { StatusBadge } from '@/components/status/status-badge';
import { DataTable } from '@/components/table/data-table';
import { listDeliveries } from '@/domain/digests/list-deliveries';
import { listSubscriptions } from '@/domain/digests/subscriptions';
import { can } from '@/domain/tenants/access';
import { subscribe } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('digestsPage'))('title') };
}

/** Which digests one gets and when, and what was sent. */
export default async function DigestsPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const { saved } = await searchParams;
  const { subscriptions, deliveries, all, entry } = await read(slug, async (work, entry) => {
    const all = can(entry.access, 'digest.manage');
    return {
      subscriptions: await listSubscriptions(work),
      deliveries: await listDeliveries(work, { all }),
      all,
      entry,
    };
  });
  const { t, f } = await readerOf(entry);
  const base = `/${slug}/digests`;
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: `${String(hour).padStart(2, '0')}:00`,
  }));
  return (
    <>
      <PageHeader title={t('digestsPage.title')} lead={t('digestsPage.lead')} />
      <Section title={t('digestsPage.mine')} text={t('digestsPage.mineText', { zone: f.zone })}>
        <Grid min="20rem">
          {subscriptions.map((subscription) => (
            <Card key={subscription.digest} pad="lg">
              <ActionForm
                action={subscribe.bind(null, slug, subscription.digest)}
                known={['hour']}
                className="space-y-4"
              >
                <div>
                  <h3 className="text-base font-semibold">{t(`digestsPage.${subscription.digest}`)}</h3>
                  <p className="mt-0.5 text-sm text-ink-3">{t(`digestsPage.${subscription.digest}Text`)}</p>
                </div>
                {saved === subscription.digest && <Callout tone="good" title={t('form.saved')} live />}
                <Switch name="active" label={t('digestsPage.active')} defaultChecked={subscription.active} />
                <FormSelect
                  name="hour"
                  label={t('digestsPage.hour')}
                  options={hours}
                  defaultValue={String(subscription.hour)}
                />
                <FormActions>
                  <SubmitButton pending={t('form.saving')}>{t('form.save')}</SubmitButton>
                  <ButtonLink href={`${base}/preview?digest=${subscription.digest}`}>
                    {t('digestsPage.preview')}
                  </ButtonLink>
                </FormActions>
              </ActionForm>
            </Card>
          ))}
        </Grid>
      </Section>
      <Section title={t('digestsPage.sent')} text={t('digestsPage.sentText')}>
        <DataTable
          caption={t('digestsPage.sent')}
          captionHidden
          phone="cards"
          rows={deliveries}
          rowKey={(row) => row.id}
          empty={t('digestsPage.sentNone')}
          columns={[
            {
              key: 'subject',
              head: t('digestsPage.subject'),
              rowHead: true,
              wrap: true,
              cell: (row) => (
                <Link href={`${base}/${row.id}`} className="font-medium text-brand hover:underline">
                  {row.subject ?? `${t(`digestsPage.${row.digest}`)} ${row.period}`}
                </Link>
              ),
            },
            { key: 'what', head: t('digestsPage.what'), cell: (row) => t(`digestsPage.${row.digest}`) },
            ...(all
              ? [
                  {
                    key: 'reader',
                    head: t('digestsPage.reader'),
                    cell: (row: (typeof deliveries)[number]) => row.reader ?? t('digestsPage.gone'),
                  },
                ]
              : []),
            {
              key: 'state',
              head: t('digestsPage.state'),
              cell: (row) => (
                <StatusBadge tone={deliveryTone[row.status]} label={t(`digestsPage.status.${row.status}`)} quiet />
              ),
            },
            { key: 'when', head: t('digestsPage.when'), cell: (row) => f.stamp(row.sentAt ?? row.createdAt) },
          ]}
        />
      </Section>
    </>
  );
}
