import { revoke } from '@/app/[tenant]/settings/keys/actions';
import { arranged } from '@/app/shell/arranged';
import type { SortedColumn } from '@/app/shell/sorted';
import type { TablePlace } from '@/app/shell/table-place';
import { ConfirmButton } from '@/components/form/confirm-button';
import { StatusBadge } from '@/components/status/status-badge';
import type { Tone } from '@/components/status/tone';
import { DataTable } from '@/components/table/data-table';
import type { ApiKey } from '@/domain/keys/list-keys';

const tones: Record<ApiKey['state'], Tone> = { active: 'good', expired: 'warn', revoked: 'neutral' };

/** The firm's keys: what each may do, who made it, when it was used, and the way to end it. */
export function KeyTable({
  place,
  slug,
  keys,
  mayManage,
}: {
  place: TablePlace;
  slug: string;
  keys: ApiKey[];
  mayManage: boolean;
}) {
  const { t, f } = place.reader;
  const columns: SortedColumn<ApiKey>[] = [
    {
      key: 'name',
      by: (key) => key.name,
      head: t('keysPage.name'),
      rowHead: true,
      wrap: true,
      cell: (key) => (
        <span className="block min-w-0 text-left">
          <bdi className="block wrap-anywhere">{key.name}</bdi>
          {key.prefix && <code className="block font-normal text-ink-3">{key.prefix}…</code>}
        </span>
      ),
    },
    { key: 'role', by: (key) => t(`role.${key.role}`), head: t('keysPage.role'), cell: (key) => t(`role.${key.role}`) },
    {
      key: 'state',
      by: (key) => t(`keysPage.states.${key.state}`),
      head: t('membersPage.state'),
      cell: (key) => <StatusBadge tone={tones[key.state]} label={t(`keysPage.states.${key.state}`)} quiet />,
    },
    {
      key: 'by',
      by: (key) => key.createdBy,
      head: t('keysPage.createdBy'),
      wrap: true,
      cell: (key) => <span className="wrap-anywhere">{key.createdBy ?? '–'}</span>,
    },
    { key: 'created', by: (key) => key.createdAt, head: t('keysPage.created'), cell: (key) => f.stamp(key.createdAt) },
    {
      key: 'used',
      by: (key) => key.lastUsedAt,
      head: t('keysPage.lastUsed'),
      cell: (key) => (key.lastUsedAt ? f.stamp(key.lastUsedAt) : t('membersPage.neverSeen')),
    },
    {
      key: 'expires',
      by: (key) => key.expiresAt,
      head: t('keysPage.expires'),
      cell: (key) => (key.expiresAt ? f.stamp(key.expiresAt) : t('keysPage.never')),
    },
    ...(mayManage
      ? [
          {
            key: 'actions',
            head: t('membersPage.actions'),
            align: 'end' as const,
            cell: (key: ApiKey) =>
              key.state !== 'revoked' && (
                <ConfirmButton
                  size="sm"
                  title={t('keysPage.revokeTitle', { name: key.name })}
                  text={t('keysPage.revokeText')}
                  confirm={t('keysPage.revoke')}
                  cancel={t('form.cancel')}
                  pending={t('form.saving')}
                  action={revoke.bind(null, slug, key.id)}
                >
                  {t('keysPage.revoke')}
                </ConfirmButton>
              ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t('keysPage.title')}
      captionHidden
      phone="cards"
      rowKey={(key) => key.id}
      empty={t('keysPage.none')}
      {...arranged(keys, columns, place)}
    />
  );
}
