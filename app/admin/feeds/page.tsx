import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { deskRead } from '@/app/access/desk-act';
import { DeskFeedTable } from '@/app/desk/desk-feed-table';
import { deskReader } from '@/app/desk/desk-reader';
import { one } from '@/app/reading/asked';
import type { PageProps } from '@/app/shell/page-props';
import { Select } from '@/components/form/select';
import { TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/shell/page-header';
import { FilterBar } from '@/components/table/filter-bar';
import { feedStates, listFeedsAtDesk } from '@/domain/platform/list-feeds';
import { now } from '@/lib/clock';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.feeds'))('title') };
}

/** The feeds of all firms by lag and failure. */
export default async function DeskFeedsPage({ searchParams }: PageProps) {
  const search = await searchParams;
  const text = one(search, 'q') ?? '';
  const state = feedStates.find((known) => known === one(search, 'state'));
  const { rows, total, user } = await deskRead(async ({ platform, user }) => ({
    ...(await listFeedsAtDesk(platform, { search: text, state })),
    user,
  }));
  const reader = await deskReader(user);
  const { t, f } = reader;
  return (
    <>
      <PageHeader title={t('desk.feeds.title')} lead={t('desk.feeds.lead')} />
      <FilterBar
        action="/admin/feeds"
        label={t('desk.filter')}
        submitLabel={t('desk.filter')}
        reset={text || state ? { href: '/admin/feeds', label: t('desk.reset') } : undefined}
      >
        <TextInput name="q" type="search" label={t('desk.feeds.searchLabel')} defaultValue={text} maxLength={100} />
        <Select
          name="state"
          label={t('desk.feeds.state')}
          defaultValue={state ?? ''}
          options={[
            { value: '', label: t('desk.status.any') },
            ...feedStates.map((value) => ({ value, label: t(`desk.feeds.states.${value}`) })),
          ]}
        />
      </FilterBar>
      <DeskFeedTable
        reader={reader}
        rows={rows}
        now={now()}
        label={t('desk.feeds.title')}
        empty={t('desk.feeds.empty')}
        footer={
          rows.length < total && (
            <p className="num text-sm text-ink-3">
              {t('desk.feeds.shown', { shown: f.number(rows.length), total: f.number(total) })}
            </p>
          )
        }
      />
    </>
  );
}
