import { deskRead } from '@/app/access/desk-act';
import { askedPage } from '@/app/desk/asked-page';
import { DeskPages } from '@/app/desk/desk-pages';
import { deskReader } from '@/app/desk/desk-reader';
import { ascendsFirst } from '@/app/desk/tenant-order';
import { TenantTable } from '@/app/desk/tenant-table';
import { one } from '@/app/reading/asked';
import type { PageProps } from '@/app/shell/page-props';
import { Tabs } from '@/components/form/tabs';
import { TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/shell/page-header';
import { addressWith } from '@/components/table/address';
import { FilterBar } from '@/components/table/filter-bar';
import {
  countTenantsAtDesk,
  isTenantOrder,
  listTenantsAtDesk,
  tenantFilters,
  tenantsPerPage,
} from '@/domain/platform/list-tenants';
import { now } from '@/lib/clock';

/** All firms. What is searched, filtered and sorted stands in the address. */
export default async function DeskPage({ searchParams }: PageProps) {
  const search = await searchParams;
  const [asked, dir] = [one(search, 'sort'), one(search, 'dir')];
  const order = isTenantOrder(asked) ? asked : 'trouble';
  const descending = dir === 'asc' || dir === 'desc' ? dir === 'desc' : !ascendsFirst(order);
  const text = one(search, 'q') ?? '';
  const filter = tenantFilters.find((known) => known === one(search, 'state'));
  const page = askedPage(search);
  const { rows, counts, user } = await deskRead(async ({ platform, user }) => ({
    rows: await listTenantsAtDesk(platform, { search: text, filter, order, descending, page }),
    counts: await countTenantsAtDesk(platform, text),
    user,
  }));
  const reader = await deskReader(user);
  const { t, f } = reader;
  const keep = Object.fromEntries(
    ['sort', 'dir', 'state'].flatMap((name) => {
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
        reset={
          text ? { href: addressWith('/admin', search, { q: null, page: null }), label: t('desk.reset') } : undefined
        }
        keep={keep}
      >
        <TextInput name="q" type="search" label={t('desk.tenants.searchLabel')} defaultValue={text} maxLength={100} />
      </FilterBar>
      <div className="mb-4">
        <Tabs
          label={t('desk.tenants.state')}
          variant="segments"
          items={[undefined, ...tenantFilters].map((each) => ({
            href: addressWith('/admin', search, { state: each ?? null, page: null }),
            label: t(`desk.status.${each ?? 'any'}`),
            current: each === filter,
            count: f.number(counts[each ?? 'all']),
          }))}
        />
      </div>
      <TenantTable
        reader={reader}
        rows={rows}
        search={search}
        order={order}
        descending={descending}
        now={now()}
        footer={
          rows.length > 0 && (
            <DeskPages
              reader={reader}
              path="/admin"
              search={search}
              page={page}
              perPage={tenantsPerPage}
              shown={rows.length}
              total={counts[filter ?? 'all']}
            />
          )
        }
      />
    </>
  );
}
