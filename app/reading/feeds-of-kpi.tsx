import { FeedTable } from '@/app/feeds/feed-table';
import { ButtonLink } from '@/components/form/button-link';
import { Section } from '@/components/shell/section';
import type { FeedSummary } from '@/domain/feeds/read-feeds';
import { recordNamed } from '@/records/catalogue';
import type { KpiPage } from './kpi-page';

/** Which feeds deliver what this KPI reads, and how fresh they are. */
export function FeedsOfKpi({
  kpi,
  base,
  path,
  search,
  reader,
  feeds,
  now,
}: KpiPage & { feeds: FeedSummary[]; now: Date }) {
  const { t, f, say } = reader;
  const wanted = new Set([...kpi.follows, ...kpi.needs]);
  const reads = feeds.filter((feed) => feed.records.some((one) => wanted.has(one.record)));
  return (
    <Section title={t('kpiPage.feeds')}>
      {reads.length > 0 ? (
        <FeedTable
          place={{ path, search, reader, name: 'feeds' }}
          base={base}
          feeds={reads}
          now={now}
          label={t('kpiPage.feeds')}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-4">
          <p className="text-ink-2">
            {t('kpiPage.feedsNone', { records: f.list(kpi.needs.map((name) => say(recordNamed(name).title))) })}
          </p>
          <ButtonLink href={`${base}/feeds/new`} icon="plus" size="sm">
            {t('kpiPage.connect')}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}
