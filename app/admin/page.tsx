import { deskRead } from '@/app/access/desk-act';
import { deskReader } from '@/app/desk/desk-reader';
import { TenantTable } from '@/app/desk/tenant-table';
import { one } from '@/app/reading/asked';
import type { PageProps } from '@/app/shell/page-props';
import { Select } from '@/components/form/select';
import { TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/shell/page-header';
import { addressWith } from '@/components/table/address';
import { FilterBar } from '@/components/table/filter-bar';
import { Pagination } from '@/components/table/pagination';
import { isTenantOrder, listTenantsAtDesk, tenantFilters, tenantsPerPage } from '@/domain/platform/list-tenants';
import { now } from '@/lib/clock';

/** All firms. What is searched, filtered and sorted stands in the address. */
export default async function DeskPage({ searchParams }: PageProps) {
  const search = await searchParams;
  const asked = one(search, 'sort');
  const order = isTenantOrder(asked) ? asked : 'name';
  const descending = one(search, 'dir') === 'desc';
  const text = one(search, 'q') ?? '';
  const filter = tenantFilters.find((known) => known === one(search, 'state'));
  const page = Math.min(1000, Math.max(1, Math.trunc(Number(one(search, 'page'))) || 1));
  const { rows, total, user } = await deskRead(async ({ platform, user }) => ({
    ...(await listTenantsAtDesk(platform, { search: text, filter, order, descending, page })),
    user,
  }));
  const reader = await deskReader(user);
  const { t, f } = reader;
  const from = (page - 1) * tenantsPerPage;
  const keep = Object.fromEntries(
    ['sort', 'dir'].flatMap((name) => {
      const value = one(search, name);
      return value ? [[name, value]] : [];
    }),
  );
  return (
    <>
      <PageHeader title={t('desk.tenants.title')} lead={t('desk.tenants.lead')} />
      <FilterBar
        action="/admin"
        label={t('desk.filter')}
        submitLabel={t('desk.filter')}
        reset={text || filter ? { href: '/admin', label: t('desk.reset') } : undefined}
        keep={keep}
      >
        <TextInput name="q" type="search" label={t('desk.tenants.searchLabel')} defaultValue={text} maxLength={100} />
        <Select
          name="state"
          label={t('desk.tenants.state')}
          defaultValue={filter ?? ''}
          options={[
            { value: '', label: t('desk.status.any') },
            ...tenantFilters.map((value) => ({ value, label: t(`desk.status.${value}`) })),
          ]}
        />
      </FilterBar>
      <TenantTable
        reader={reader}
        rows={rows}
        search={search}
        order={order}
        descending={descending}
        now={now()}
        footer={
          total > 0 && (
            <Pagination
              label={t('desk.pages')}
              text={t('desk.page', {
                from: f.number(from + 1),
                to: f.number(from + rows.length),
                total: f.number(total),
              })}
              previous={
                page > 1
                  ? {
                      href: addressWith('/admin', search, { page: page > 2 ? page - 1 : null }),
                      label: t('desk.previous'),
                    }
                  : undefined
              }
              next={
                from + rows.length < total
                  ? { href: addressWith('/admin', search, { page: page + 1 }), label: t('desk.next') }
                  : undefined
              }
            />
          )
        }
      />
    </>
  );
}
