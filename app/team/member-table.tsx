import { type SortedColumn, sorted } from '@/app/shell/sorted';
import type { TablePlace } from '@/app/shell/table-place';
import { DataTable } from '@/components/table/data-table';
import { isLimited } from '@/domain/limits/limited';
import type { Member } from '@/domain/members/list-members';
import type { FirmChannel } from '@/domain/tenants/firm-channels';
import { limitsText } from './limits-text';

/** Who is in the team. `path` leads to a member's own page for who may change members. */
export function MemberTable({
  place,
  members,
  channels,
  own,
  path,
}: {
  place: TablePlace;
  members: Member[];
  channels: FirmChannel[];
  /** The id of who reads. */
  own: string;
  path: string | null;
}) {
  const { reader } = place;
  const { t, f } = reader;
  // Whoever sees a part of the firm is not told what others see.
  const self = members.find((member) => member.id === own);
  const untold = self !== undefined && isLimited({ limits: self });
  const columns: SortedColumn<Member>[] = [
    {
      key: 'name',
      by: (member) => member.name ?? member.email,
      head: t('membersPage.member'),
      rowHead: true,
      wrap: true,
      cell: (member) => (
        <span className="block min-w-0 text-left">
          <span className="block wrap-anywhere">
            <bdi>{member.name ?? member.email}</bdi>
            {member.id === own && <span className="ml-1.5 font-normal text-ink-3">{t('membersPage.you')}</span>}
          </span>
          {member.name && <span className="block font-normal wrap-anywhere text-ink-3">{member.email}</span>}
        </span>
      ),
    },
    {
      key: 'role',
      by: (member) => t(`role.${member.role}`),
      head: t('membersPage.role'),
      cell: (member) => t(`role.${member.role}`),
    },
    {
      key: 'sees',
      head: t('membersPage.sees'),
      wrap: true,
      cell: (member) => (untold && member.id !== own ? '–' : limitsText(reader, member, channels)),
    },
    {
      key: 'joined',
      by: (member) => member.joinedAt,
      head: t('membersPage.joined'),
      cell: (member) => f.stamp(member.joinedAt),
    },
    {
      key: 'seen',
      by: (member) => member.lastSeenAt,
      head: t('membersPage.lastSeen'),
      cell: (member) => (member.lastSeenAt ? f.stamp(member.lastSeenAt) : t('membersPage.neverSeen')),
    },
    ...(path
      ? [
          {
            key: 'change',
            head: t('membersPage.actions'),
            align: 'end' as const,
            cell: (member: Member) => (
              <a
                href={`${path}/${member.id}`}
                aria-label={t('membersPage.changeOne', { name: member.name ?? member.email })}
                className="inline-flex min-h-9 items-center text-brand hover:underline"
              >
                {t('membersPage.change')}
              </a>
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t('membersPage.team')}
      captionHidden
      phone="cards"
      rowKey={(member) => member.id}
      {...sorted(members, columns, place)}
    />
  );
}
