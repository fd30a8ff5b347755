import { remove } from '@/app/admin/announcements/actions';
import { arranged } from '@/app/shell/arranged';
import type { SortedColumn } from '@/app/shell/sorted';
import type { TablePlace } from '@/app/shell/table-place';
import { ButtonLink } from '@/components/form/button-link';
import { ConfirmButton } from '@/components/form/confirm-button';
import { StatusBadge } from '@/components/status/status-badge';
import { DataTable } from '@/components/table/data-table';
import type { Announcement } from '@/domain/platform/announcements';
import type { DeskReader } from './desk-reader';

const stateOf = ({ startsAt, endsAt }: Announcement, now: Date) =>
  endsAt <= now ? 'over' : startsAt > now ? 'coming' : 'running';
const stateTone = { over: 'neutral', coming: 'info', running: 'good' } as const;

/** All announcements, the latest first. */
export function AnnouncementTable({
  place,
  rows,
  now,
}: {
  place: TablePlace<DeskReader>;
  rows: Announcement[];
  now: Date;
}) {
  const { t, f, locale } = place.reader;
  const columns: SortedColumn<Announcement>[] = [
    {
      key: 'text',
      by: (row) => (locale === 'en' ? row.en : row.zh),
      head: t('desk.announcements.text'),
      rowHead: true,
      wrap: true,
      cell: (row) => (
        <>
          <span lang="en" className="block">
            {row.en}
          </span>
          <span lang="zh-CN" className="block">
            {row.zh}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      by: (row) => t(`desk.announcements.${stateOf(row, now)}`),
      head: t('desk.announcements.state'),
      cell: (row) => {
        const state = stateOf(row, now);
        return <StatusBadge tone={stateTone[state]} label={t(`desk.announcements.${state}`)} quiet />;
      },
    },
    {
      key: 'tone',
      by: (row) => t(`desk.announcements.tones.${row.tone}`),
      head: t('desk.announcements.tone'),
      cell: (row) => t(`desk.announcements.tones.${row.tone}`),
    },
    {
      key: 'time',
      by: (row) => row.startsAt,
      head: t('desk.announcements.time'),
      cell: (row) => `${f.stamp(row.startsAt)} – ${f.stamp(row.endsAt)}`,
    },
    { key: 'by', by: (row) => row.createdBy, head: t('desk.announcements.by'), cell: (row) => row.createdBy },
    {
      key: 'deeds',
      head: t('desk.jobs.deeds'),
      cell: (row) => (
        <span className="flex flex-wrap gap-2">
          <ButtonLink href={`/admin/announcements?edit=${row.id}`} size="sm">
            {t('desk.announcements.edit')}
          </ButtonLink>
          <ConfirmButton
            size="sm"
            title={t('desk.announcements.removeTitle')}
            text={t('desk.announcements.removeText')}
            confirm={t('desk.announcements.remove')}
            cancel={t('form.cancel')}
            pending={t('desk.announcements.removing')}
            action={remove}
            fields={{ id: row.id }}
          >
            {t('desk.announcements.remove')}
          </ConfirmButton>
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('desk.announcements.all')}
      captionHidden
      phone="cards"
      rowKey={(row) => row.id}
      empty={t('desk.announcements.empty')}
      {...arranged(rows, columns, place)}
    />
  );
}
