import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { deliveryTone } from '@/app/digests/delivery-tone';
import { MailFrame } from '@/app/digests/mail-frame';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { StatusBadge } from '@/components/status/status-badge';
import { getDelivery } from '@/domain/digests/list-deliveries';
import { getTranslations } from '@/i18n/request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('digestsPage'))('sent') };
}

/** Exactly what was sent. */
export default async function DeliveryPage({ params }: PageProps<'tenant' | 'delivery'>) {
  const { tenant: slug, delivery: id } = await params;
  const { delivery, entry } = await read(slug, async (work, entry) => ({
    delivery: await getDelivery(work, id),
    entry,
  }));
  const { t, f } = await readerOf(entry);
  const title = delivery.subject ?? `${t(`digestsPage.${delivery.digest}`)} ${delivery.period}`;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[{ label: t('shell.digests'), href: `/${slug}/digests` }, { label: delivery.period }]}
          />
        }
        status={<StatusBadge tone={deliveryTone[delivery.status]} label={t(`digestsPage.status.${delivery.status}`)} />}
        meta={
          <>
            <span>{t(`digestsPage.${delivery.digest}`)}</span>
            <span>{delivery.reader ?? t('digestsPage.gone')}</span>
            <span>{f.instant(delivery.sentAt ?? delivery.createdAt)}</span>
          </>
        }
      />
      {delivery.html ? (
        <>
          <Section title={t('digestsPage.html')}>
            <MailFrame html={delivery.html} title={title} />
          </Section>
          <Section title={t('digestsPage.text')}>
            <Card pad="lg">
              <pre className="font-mono text-sm whitespace-pre-wrap wrap-anywhere">{delivery.text}</pre>
            </Card>
          </Section>
        </>
      ) : (
        <p className="text-ink-3">{t('digestsPage.nothingKept')}</p>
      )}
    </>
  );
}
