import { revoke } from '@/app/[tenant]/settings/keys/actions';
import type { Reader } from '@/app/shell/reader';
import { ConfirmButton } from '@/components/form/confirm-button';
import { StatusBadge } from '@/components/status/status-badge';
import type { Tone } from '@/components/status/tone';
import { DataTable } from '@/components/table/data-table';
import type { ApiKey } from '@/domain/keys/list-keys';

const tones: Record<ApiKey['state'], Tone> = { active: 'good', expired: 'warn', revoked: 'neutral' };

/** The firm's keys: what each may do, who made it, when it was used, and the way to end it. */
export function KeyTable({
  reader,
  slug,
  keys,
  mayManage,
}: {
  reader: Reader;
  slug: string;
  keys: ApiKey[];
  mayManage: boolean;
}) {
  const { t, f } = reader;
  return (
    <DataTable
      caption={t('keysPage.title')}
      captionHidden
      phone="cards"
      rows={keys}
      rowKey={(key) => key.id}
      empty={t('keysPage.none')}
      columns={[
        {
          key: 'name',
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
        { key: 'role', head: t('keysPage.role'), cell: (key) => t(`role.${key.role}`) },
        {
          key: 'state',
          head: t('membersPage.state'),
          cell: (key) => <StatusBadge tone={tones[key.state]} label={t(`keysPage.states.${key.state}`)} quiet />,
        },
        {
          key: 'by',
          head: t('keysPage.createdBy'),
          wrap: true,
          cell: (key) => <span className="wrap-anywhere">{key.createdBy ?? '–'}</span>,
        },
        { key: 'created', head: t('keysPage.created'), cell: (key) => f.stamp(key.createdAt) },
        {
          key: 'used',
          head: t('keysPage.lastUsed'),
          cell: (key) => (key.lastUsedAt ? f.stamp(key.lastUsedAt) : t('membersPage.neverSeen')),
        },
        {
          key: 'expires',
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
      ]}
    />
  );
}
