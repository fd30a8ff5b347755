import type { Search } from '@/app/shell/page-props';
import { addressWith } from '@/components/table/address';
import { Pagination } from '@/components/table/pagination';
import type { DeskReader } from './desk-reader';

/** The pages of a long list at the desk; which one stands in the address. Nothing when there are no rows. */
export function DeskPages({
  reader: { t, f },
  path,
  search,
  page,
  perPage,
  shown,
  total,
}: {
  reader: DeskReader;
  path: string;
  search: Search;
  page: number;
  perPage: number;
  shown: number;
  total: number;
}) {
  const before = (page - 1) * perPage;
  if (!shown) return null;
  const to = (number: number) => addressWith(path, search, { page: number > 1 ? number : null });
  return (
    <Pagination
      label={t('desk.pages')}
      text={t('desk.page', { from: f.number(before + 1), to: f.number(before + shown), total: f.number(total) })}
      previous={page > 1 ? { href: to(page - 1), label: t('desk.previous') } : undefined}
      next={before + shown < total ? { href: to(page + 1), label: t('desk.next') } : undefined}
    />
  );
}
