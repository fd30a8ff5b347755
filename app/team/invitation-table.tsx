import { resend, revoke } from '@/app/[tenant]/settings/members/actions';
import { arranged } from '@/app/shell/arranged';
import type { SortedColumn } from '@/app/shell/sorted';
import type { TablePlace } from '@/app/shell/table-place';
import { ConfirmButton } from '@/components/form/confirm-button';
import { SubmitButton } from '@/components/form/submit-button';
import { StatusBadge } from '@/components/status/status-badge';
import type { Tone } from '@/components/status/tone';
import { DataTable } from '@/components/table/data-table';
import type { Invitation, InvitationState } from '@/domain/invitations/list-invitations';

const tones: Record<InvitationState, Tone> = { open: 'info', expired: 'warn', accepted: 'good', revoked: 'neutral' };

/** Who was invited, and what became of it. */
export function InvitationTable({
  place,
  slug,
  invitations,
  mayManage,
}: {
  place: TablePlace;
  slug: string;
  invitations: Invitation[];
  mayManage: boolean;
}) {
  const { t, f } = place.reader;
  const waits = ({ state }: Invitation) => state === 'open' || state === 'expired';
  const columns: SortedColumn<Invitation>[] = [
    {
      key: 'email',
      by: ({ email }) => email,
      head: t('membersPage.address'),
      rowHead: true,
      wrap: true,
      cell: ({ email, invitedBy }) => (
        <span className="block min-w-0 text-left">
          <span className="block wrap-anywhere">{email}</span>
          <span className="block font-normal wrap-anywhere text-ink-3">
            {t('membersPage.invitedBy', { name: invitedBy })}
          </span>
        </span>
      ),
    },
    {
      key: 'role',
      by: ({ role }) => t(`role.${role}`),
      head: t('membersPage.role'),
      cell: ({ role }) => t(`role.${role}`),
    },
    {
      key: 'state',
      by: ({ state }) => t(`membersPage.states.${state}`),
      head: t('membersPage.state'),
      cell: ({ state }) => <StatusBadge tone={tones[state]} label={t(`membersPage.states.${state}`)} quiet />,
    },
    {
      key: 'sent',
      by: ({ sentAt }) => sentAt,
      head: t('membersPage.sent'),
      cell: ({ sentAt }) => (sentAt ? f.stamp(sentAt) : '–'),
    },
    {
      key: 'until',
      by: ({ expiresAt }) => expiresAt,
      head: t('membersPage.until'),
      cell: ({ expiresAt }) => f.stamp(expiresAt),
    },
    ...(mayManage
      ? [
          {
            key: 'actions',
            head: t('membersPage.actions'),
            align: 'end' as const,
            cell: (invitation: Invitation) =>
              waits(invitation) && (
                <span className="inline-flex justify-end gap-2 max-md:flex-wrap">
                  <form action={resend.bind(null, slug, invitation.id)}>
                    <SubmitButton variant="secondary" size="sm" pending={t('membersPage.sending')}>
                      {t('membersPage.resend')}
                    </SubmitButton>
                  </form>
                  <ConfirmButton
                    size="sm"
                    title={t('membersPage.revokeTitle', { email: invitation.email })}
                    text={t('membersPage.revokeText')}
                    confirm={t('membersPage.revoke')}
                    cancel={t('form.cancel')}
                    pending={t('form.saving')}
                    action={revoke.bind(null, slug, invitation.id)}
                  >
                    {t('membersPage.revoke')}
                  </ConfirmButton>
                </span>
              ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t('membersPage.invitations')}
      captionHidden
      phone="cards"
      rowKey={(invitation) => invitation.id}
      empty={t('membersPage.noInvitations')}
      {...arranged(invitations, columns, place)}
    />
  );
}
