import Link from 'next/link';
import { paged } from '@/app/shell/paged';
import type { TablePlace } from '@/app/shell/table-place';
import { type Column, DataTable } from '@/components/table/data-table';
import type { WeightSet } from '@/domain/weights/weight-set';

/** Every version of the weights: from when, by whom, why. */
export function VersionTable({
  place,
  versions,
  next,
  current,
}: {
  place: TablePlace;
  versions: WeightSet[];
  /** The last version of this page, where there are older ones. */
  next: number | null;
  /** The version in force. */
  current: number;
}) {
  const { t, f } = place.reader;
  const columns: Column<WeightSet>[] = [
    {
      key: 'version',
      head: t('weightsPage.version'),
      rowHead: true,
      cell: (one) => (
        <Link
          href={`${place.path}?version=${one.version}`}
          prefetch={false}
          className="rounded-xs text-brand hover:underline"
        >
          {t('weightsPage.versionOf', { version: one.version })}
        </Link>
      ),
    },
    {
      key: 'from',
      head: t('weightsPage.from'),
      cell: (one) => (
        <>
          {f.day(one.startsOn!)}
          {one.version === current && <span className="ml-2 text-ink-3">{t('weightsPage.inForce')}</span>}
        </>
      ),
    },
    { key: 'at', head: t('weightsPage.setAt'), cell: (one) => f.stamp(one.setAt!) },
    {
      key: 'by',
      head: t('weightsPage.setBy'),
      wrap: true,
      cell: (one) => <span className="wrap-anywhere">{one.setBy}</span>,
    },
    {
      key: 'reason',
      head: t('weightsPage.reason'),
      wrap: true,
      cell: (one) => <span className="wrap-anywhere">{one.reason ?? '–'}</span>,
    },
  ];
  return (
    <DataTable
      caption={t('weightsPage.versions')}
      captionHidden
      phone="cards"
      rows={versions}
      rowKey={(one) => String(one.version)}
      empty={t('weightsPage.none')}
      {...paged(columns, place, { orders: [], next: next === null ? null : String(next) })}
    />
  );
}
