import type { Metadata } from 'next';
import { deskRead } from '@/app/access/desk-act';
import { deskReader } from '@/app/desk/desk-reader';
import { EntryTable } from '@/app/desk/entry-table';
import { one } from '@/app/reading/asked';
import type { PageProps } from '@/app/shell/page-props';
import { arrangementIn, askedPage } from '@/app/shell/table-place';
import { Select } from '@/components/form/select';
import { TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/shell/page-header';
import { FilterBar } from '@/components/table/filter-bar';
import { listEntries, platformEntryOrders } from '@/domain/platform/list-entries';
import { getTranslations } from '@/i18n/request';
import en from '@/messages/en.json';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.log'))('title') };
}

const facts = Object.keys(en.desk.facts) as (keyof typeof en.desk.facts)[];

/** What platform admins did. */
export default async function DeskLogPage({ searchParams }: PageProps) {
  const search = await searchParams;
  const [admin, tenant] = [one(search, 'admin'), one(search, 'tenant')];
  const fact = facts.find((known) => known === one(search, 'fact'));
  const { rows, next, user } = await deskRead(async ({ platform, user }) => ({
    ...(await listEntries(platform, { admin, tenant, fact: fact?.replace('_', '.'), ...askedPage({ search }) })),
    user,
  }));
  const reader = await deskReader(user);
  const { t } = reader;
  return (
    <>
      <PageHeader title={t('desk.log.title')} lead={t('desk.log.lead')} />
      <FilterBar
        action="/admin/log"
        label={t('desk.filter')}
        submitLabel={t('desk.filter')}
        keep={arrangementIn({ search })}
        reset={admin || tenant || fact ? { href: '/admin/log', label: t('desk.reset') } : undefined}
      >
        <TextInput name="admin" label={t('desk.log.admin')} defaultValue={admin} maxLength={100} />
        <TextInput name="tenant" label={t('desk.log.tenant')} defaultValue={tenant} maxLength={40} />
        <Select
          name="fact"
          label={t('desk.log.fact')}
          defaultValue={fact ?? ''}
          options={[
            { value: '', label: t('desk.status.any') },
            ...facts.map((value) => ({ value, label: t(`desk.facts.${value}`) })),
          ]}
        />
      </FilterBar>
      <EntryTable
        place={{ path: '/admin/log', search, reader }}
        rows={rows}
        orders={Object.keys(platformEntryOrders)}
        next={next}
        label={t('desk.log.title')}
        empty={t('desk.log.empty')}
      />
    </>
  );
}
