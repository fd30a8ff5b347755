import { paged } from '@/app/shell/paged';
import type { TablePlace } from '@/app/shell/table-place';
import { type Column, DataTable } from '@/components/table/data-table';
import type { RuleVersion } from '@/domain/rules/rule-version';

/** Every version of what a firm set: from when, what, by whom, why. */
export function VersionTable<Version extends RuleVersion>({
  place,
  versions,
  next,
  current,
  empty,
  what = [],
  opens = false,
}: {
  place: TablePlace;
  versions: Version[];
  /** The last version of this page, where there are older ones. */
  next: number | null;
  /** The version in force. */
  current: number;
  empty: string;
  /** Columns that say what was set. */
  what?: Column<Version>[];
  /** Each version opens on the page itself. */
  opens?: boolean;
}) {
  const { t, f } = place.reader;
  const name = (one: Version) => t('rules.versionOf', { version: one.version });
  const columns: Column<Version>[] = [
    {
      key: 'version',
      head: t('rules.version'),
      rowHead: true,
      cell: (one) =>
        opens ? (
          <a href={`${place.path}?version=${one.version}`} className="rounded-xs text-brand hover:underline">
            {name(one)}
          </a>
        ) : (
          name(one)
        ),
    },
    {
      key: 'from',
      head: t('rules.from'),
      cell: (one) => (
        <>
          {f.day(one.startsOn!)}
          {one.version === current && <span className="ml-2 text-ink-3">{t('rules.inForce')}</span>}
        </>
      ),
    },
    ...what,
    { key: 'at', head: t('rules.setAt'), cell: (one) => f.stamp(one.setAt!) },
    {
      key: 'by',
      head: t('rules.setBy'),
      wrap: true,
      cell: (one) => <span className="wrap-anywhere">{one.setBy}</span>,
    },
    {
      key: 'reason',
      head: t('rules.reason'),
      wrap: true,
      cell: (one) => <span className="wrap-anywhere">{one.reason ?? '–'}</span>,
    },
  ];
  return (
    <DataTable
      caption={t('rules.versions')}
      captionHidden
      phone="cards"
      rows={versions}
      rowKey={(one) => String(one.version)}
      empty={empty}
      {...paged(columns, place, { orders: [], next: next === null ? null : String(next) })}
    />
  );
}
