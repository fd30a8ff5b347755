import type { Reader } from '@/app/shell/reader';
import { DataTable } from '@/components/table/data-table';
import type { FeedSummary } from '@/domain/feeds/read-feeds';
import { recordNamed } from '@/records/catalogue';

/** What a feed has brought of each record: the days it spans and how far it is behind. */
export function CompletenessTable({ reader, feed, now }: { reader: Reader; feed: FeedSummary; now: Date }) {
  const { t, f, say } = reader;
  return (
    <DataTable
      caption={t('feedPage.complete')}
      captionHidden
      phone="cards"
      dense
      rows={feed.records}
      rowKey={(row) => row.record}
      columns={[
        { key: 'record', head: t('feedPage.record'), rowHead: true, cell: (row) => say(recordNamed(row.record).title) },
        { key: 'from', head: t('feedPage.from'), cell: (row) => (row.firstDay ? f.day(row.firstDay) : '–') },
        { key: 'to', head: t('feedPage.to'), cell: (row) => (row.lastDay ? f.day(row.lastDay) : '–') },
        {
          key: 'until',
          head: t('feedsPage.until'),
          cell: (row) => (row.watermark ? f.ago(row.watermark, now) : '–'),
        },
        {
          key: 'lag',
          head: t('feedPage.lag'),
          align: 'end',
          cell: (row) => (row.lagHours === null ? t('feedPage.noLag') : f.hours(row.lagHours)),
        },
      ]}
    />
  );
}
