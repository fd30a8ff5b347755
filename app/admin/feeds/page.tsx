import type { Metadata } from 'next';
import { deskRead } from '@/app/access/desk-act';
import { askedPage as askedPageNumber } from '@/app/desk/asked-page';
import { DeskFeedTable } from '@/app/desk/desk-feed-table';
import { DeskPages } from '@/app/desk/desk-pages';
import { deskReader } from '@/app/desk/desk-reader';
import { one } from '@/app/reading/asked';
import type { PageProps } from '@/app/shell/page-props';
import { arrangementIn, askedPage } from '@/app/shell/table-place';
import { Tabs } from '@/components/form/tabs';
import { TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/shell/page-header';
import { addressWith } from '@/components/table/address';
import { FilterBar } from '@/components/table/filter-bar';
import { countFeedsAtDesk, feedStates, feedsPerPage, listFeedsAtDesk } from '@/domain/platform/list-feeds';
import { getTranslations } from '@/i18n/request';
import { now } from '@/lib/clock';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.feeds'))('title') };
}

const path = '/admin/feeds';

/** The feeds of all firms by lag and failure. */
export default async function DeskFeedsPage({ searchParams }: PageProps) {
  const search = await searchParams;
  const text = one(search, 'q') ?? '';
  const state = feedStates.find((known) => known === one(search, 'state'));
  const page = askedPageNumber(search);
  const { rows, counts, user } = await deskRead(async ({ platform, user }) => ({
    rows: await listFeedsAtDesk(platform, { search: text, state, page, sort: askedPage({ search }).sort }),
    counts: await countFeedsAtDesk(platform, text),
    user,
  }));
  const reader = await deskReader(user);
  const { t, f } = reader;
  return (
    <>
      <PageHeader title={t('desk.feeds.title')} lead={t('desk.feeds.lead')} />
      <FilterBar
        action={path}
        label={t('desk.filter')}
        submitLabel={t('desk.filter')}
        reset={text ? { href: addressWith(path, search, { q: null, page: null }), label: t('desk.reset') } : undefined}
        keep={{ ...(state && { state }), ...arrangementIn({ search }) }}
      >
        <TextInput name="q" type="search" label={t('desk.feeds.searchLabel')} defaultValue={text} maxLength={100} />
      </FilterBar>
      <div className="mb-4">
        <Tabs
          label={t('desk.feeds.state')}
          variant="segments"
          items={[undefined, ...feedStates].map((each) => ({
            href: addressWith(path, search, { state: each ?? null, page: null }),
            label: each ? t(`desk.feeds.states.${each}`) : t('desk.status.any'),
            current: each === state,
            count: f.number(counts[each ?? 'all']),
          }))}
        />
      </div>
      <DeskFeedTable
        place={{ path, search, reader }}
        rows={rows}
        now={now()}
        label={t('desk.feeds.title')}
        empty={t('desk.feeds.empty')}
        footer={
          rows.length > 0 && (
            <DeskPages
              reader={reader}
              path={path}
              search={search}
              page={page}
              perPage={feedsPerPage}
              shown={rows.length}
              total={counts[state ?? 'all']}
            />
          )
        }
      />
    </>
  );
}
