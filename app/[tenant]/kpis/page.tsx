import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { KpiTiles } from '@/app/reading/kpi-tiles';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { mechanismsSeen } from '@/domain/limits/limited';
import { readToday } from '@/domain/measurements/read-today';
import { getTranslations } from '@/i18n/request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kpisPage'))('title') };
}

/** Every KPI, by mechanism. */
export default async function KpisPage({ params }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const { view, entry, now } = await read(slug, async (work, entry) => ({
    view: await readToday(work),
    entry,
    now: work.now,
  }));
  const reader = await readerOf(entry);
  const { t, f } = reader;
  return (
    <>
      <PageHeader
        title={t('kpisPage.title')}
        lead={t('kpisPage.lead')}
        meta={view.day.at === view.day.today ? undefined : t('today.asOf', { day: f.day(view.day.at) })}
      />
      {mechanismsSeen(entry.access).map((mechanism) => (
        <Section key={mechanism} title={t(`mechanism.${mechanism}`)} text={t(`mechanismPage.lead.${mechanism}`)}>
          <KpiTiles
            reader={reader}
            base={`/${slug}`}
            readings={view.readings.filter((reading) => reading.mechanism === mechanism)}
            sparklines={view.sparklines}
            now={now}
          />
        </Section>
      ))}
    </>
  );
}
