import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Reader } from '@/app/shell/reader';
import { DataTable } from '@/components/table/data-table';
import type { WeightSet } from '@/domain/weights/weight-set';

/** Every version of the weights: from when, by whom, why. */
export function VersionTable({
  reader,
  path,
  versions,
  current,
  more,
}: {
  reader: Reader;
  path: string;
  versions: WeightSet[];
  /** The version in force. */
  current: number;
  /** The way to older ones. */
  more?: ReactNode;
}) {
  const { t, f } = reader;
  return (
    <DataTable
      caption={t('weightsPage.versions')}
      captionHidden
      phone="cards"
      rows={versions}
      rowKey={(one) => String(one.version)}
      empty={t('weightsPage.none')}
      footer={more}
      columns={[
        {
          key: 'version',
          head: t('weightsPage.version'),
          rowHead: true,
          cell: (one) => (
            <Link
              href={`${path}?version=${one.version}`}
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
      ]}
    />
  );
}
