import { arranged } from '@/app/shell/arranged';
import type { SortedColumn } from '@/app/shell/sorted';
import type { TablePlace } from '@/app/shell/table-place';
import { DataTable } from '@/components/table/data-table';
import type { FeedSummary } from '@/domain/feeds/read-feeds';
import { localDay } from '@/lib/day';
import { recordNamed } from '@/records/catalogue';

/** What a feed has brought of each record: the days it spans and how far it is behind. */
export function CompletenessTable({ place, feed, now }: { place: TablePlace; feed: FeedSummary; now: Date }) {
  const { t, f, say } = place.reader;
  const today = localDay(now, f.zone);
  const columns: SortedColumn<FeedSummary['records'][number]>[] = [
    {
      key: 'record',
      by: (row) => say(recordNamed(row.record).title),
      head: t('feedPage.record'),
      rowHead: true,
      cell: (row) => say(recordNamed(row.record).title),
    },
    {
      key: 'from',
      by: (row) => row.firstDay,
      head: t('feedPage.from'),
      cell: (row) => (row.firstDay ? f.day(row.firstDay) : '–'),
    },
    {
      key: 'to',
      by: (row) => row.lastDay,
      head: t('feedPage.to'),
      cell: ({ lastDay }) => {
        if (!lastDay) return '–';
        // What is promised for days to come is no news of them.
        return lastDay > today ? t('feedPage.toPlanned', { day: f.day(today), last: f.day(lastDay) }) : f.day(lastDay);
      },
    },
    {
      key: 'until',
      by: (row) => row.watermark,
      head: t('feedsPage.until'),
      cell: (row) => (row.watermark ? f.ago(row.watermark, now) : '–'),
    },
    {
      key: 'lag',
      by: (row) => row.lagHours,
      head: t('feedPage.lag'),
      align: 'end',
      cell: (row) => (row.lagHours === null ? t('feedPage.noLag') : f.hours(row.lagHours)),
    },
  ];
  return (
    <DataTable
      caption={t('feedPage.complete')}
      captionHidden
      phone="cards"
      dense
      rowKey={(row) => row.record}
      {...arranged(feed.records, columns, place)}
    />
  );
}
