import type { Metadata } from 'next';
import { deskRead } from '@/app/access/desk-act';
import { AnnouncementForm } from '@/app/desk/announcement-form';
import { AnnouncementTable } from '@/app/desk/announcement-table';
import { deskReader } from '@/app/desk/desk-reader';
import { one } from '@/app/reading/asked';
import type { PageProps } from '@/app/shell/page-props';
import { Refused } from '@/app/shell/refused';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { listAnnouncements } from '@/domain/platform/announcements';
import { getTranslations } from '@/i18n/request';
import { now } from '@/lib/clock';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.announcements'))('title') };
}

/** Lines on top of every page for a time. */
export default async function AnnouncementsPage({ searchParams }: PageProps) {
  const search = await searchParams;
  const { rows, user } = await deskRead(async ({ platform, user }) => ({
    rows: await listAnnouncements(platform),
    user,
  }));
  const known = rows.find((row) => row.id === one(search, 'edit')) ?? null;
  const done = (['saved', 'removed'] as const).find((deed) => deed === one(search, 'done'));
  const reader = await deskReader(user);
  const { t } = reader;
  const at = now();
  return (
    <>
      <PageHeader title={t('desk.announcements.title')} lead={t('desk.announcements.lead')} />
      <Refused code={search.refused} />
      {done && (
        <div className="mb-6">
          <Callout tone="good" title={t(`desk.announcements.${done}`)} live />
        </div>
      )}
      <Section title={t('desk.announcements.all')}>
        <AnnouncementTable place={{ path: '/admin/announcements', search, reader }} rows={rows} now={at} />
      </Section>
      <Section title={t(known ? 'desk.announcements.change' : 'desk.announcements.new')}>
        <Card pad="lg">
          <AnnouncementForm reader={reader} known={known} now={at} />
        </Card>
      </Section>
    </>
  );
}
