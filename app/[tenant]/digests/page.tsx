import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { DeliveryTable } from '@/app/digests/delivery-table';
import { ActionForm } from '@/app/forms/action-form';
import { FormSelect } from '@/app/forms/form-select';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { askedPage } from '@/app/shell/table-place';
import { ButtonLink } from '@/components/form/button-link';
import { FormActions } from '@/components/form/form-actions';
import { SubmitButton } from '@/components/form/submit-button';
import { Switch } from '@/components/form/switch';
import { Card } from '@/components/shell/card';
import { Grid } from '@/components/shell/grid';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { listDeliveries } from '@/domain/digests/list-deliveries';
import { listSubscriptions } from '@/domain/digests/subscriptions';
import { can } from '@/domain/tenants/access';
import { isLocale } from '@/i18n/locale';
import { getTranslations } from '@/i18n/request';
import { subscribe } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('digestsPage'))('title') };
}

/** Which digests one gets and when, and what was sent. */
export default async function DigestsPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const search = await searchParams;
  const { subscriptions, deliveries, all, entry } = await read(slug, async (work, entry) => {
    const all = can(entry.access, 'digest.manage');
    return {
      subscriptions: await listSubscriptions(work),
      deliveries: await listDeliveries(work, { all, ...askedPage({ search }) }),
      all,
      entry,
    };
  });
  const reader = await readerOf(entry);
  const { t, f } = reader;
  const { user, access } = entry;
  const locale = isLocale(user.locale) ? user.locale : access.tenant.locale;
  const base = `/${slug}/digests`;
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: `${String(hour).padStart(2, '0')}:00`,
  }));
  return (
    <>
      <PageHeader title={t('digestsPage.title')} lead={t('digestsPage.lead')} />
      <Section
        title={t('digestsPage.mine')}
        text={t('digestsPage.mineText', { language: t(`language.${locale}`), zone: f.zone })}
      >
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
                {search.saved === subscription.digest && <Callout tone="good" title={t('form.saved')} live />}
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
      <Section id="sent" title={t('digestsPage.sent')} text={t('digestsPage.sentText')}>
        <DeliveryTable
          place={{ path: base, search, reader, anchor: 'sent' }}
          deliveries={deliveries.data}
          next={deliveries.next}
          withReader={all}
        />
      </Section>
    </>
  );
}
