import type { ReactNode } from 'react';
import { paged } from '@/app/shell/paged';
import type { TablePlace } from '@/app/shell/table-place';
import { type Column, DataTable } from '@/components/table/data-table';
import type { PlatformEntry } from '@/domain/platform/list-entries';
import type { DeskReader } from './desk-reader';

/** A fact of the platform's log in words. */
function factText({ t }: DeskReader, fact: string): string {
  const key = `desk.facts.${fact.replace('.', '_')}` as never;
  return t.has(key) ? t(key) : fact;
}

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What is kept beside a fact, in a line; ids and insides are left to who asks the database. */
function detailText({ t, f }: DeskReader, detail: Record<string, unknown>): string {
  const parts = Object.entries(detail).flatMap(([name, value]) => {
    const key = `desk.detail.${name}` as never;
    if (!t.has(key) || value === null || typeof value === 'object') return [];
    const text =
      typeof value === 'boolean'
        ? t(value ? 'cli.yes' : 'cli.no')
        : instant.test(String(value))
          ? f.stamp(new Date(String(value)))
          : String(value);
    return [`${t(key)}: ${text}`];
  });
  return parts.join(' · ');
}

/** A page of what platform admins did. `orders`: by which columns it can be sorted. */
export function EntryTable({
  place,
  rows,
  orders,
  next,
  label,
  empty,
}: {
  place: TablePlace<DeskReader>;
  rows: PlatformEntry[];
  orders: readonly string[];
  /** The cursor of the next page. */
  next: string | null;
  label: string;
  empty: ReactNode;
}) {
  const { reader } = place;
  const { t, f } = reader;
  const columns: Column<PlatformEntry>[] = [
    { key: 'at', head: t('desk.log.at'), cell: (row) => f.stamp(row.at) },
    { key: 'fact', head: t('desk.log.fact'), rowHead: true, cell: (row) => factText(reader, row.fact) },
    { key: 'admin', head: t('desk.log.admin'), cell: (row) => row.admin },
    { key: 'detail', head: t('desk.log.detail'), wrap: true, cell: (row) => detailText(reader, row.detail) },
    { key: 'address', head: t('desk.log.address'), cell: (row) => row.address ?? t('desk.none') },
  ];
  return (
    <DataTable
      caption={label}
      captionHidden
      phone="cards"
      rows={rows}
      rowKey={(row) => String(row.id)}
      empty={empty}
      {...paged(columns, { usual: '-at', ...place }, { orders, next })}
    />
  );
}
