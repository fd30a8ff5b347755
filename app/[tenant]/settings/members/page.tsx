import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { one } from '@/app/reading/asked';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Refused } from '@/app/shell/refused';
import { SettingsTabs } from '@/app/shell/settings-tabs';
import { InvitationTable } from '@/app/team/invitation-table';
import { InviteForm } from '@/app/team/invite-form';
import { MemberTable } from '@/app/team/member-table';
import { TransferForm } from '@/app/team/transfer-form';
import { ConfirmButton } from '@/components/form/confirm-button';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { listInvitations } from '@/domain/invitations/list-invitations';
import { listMembers } from '@/domain/members/list-members';
import { can } from '@/domain/tenants/access';
import { firmChannels } from '@/domain/tenants/firm-channels';
import { getTranslations } from '@/i18n/request';
import { leave } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('membersPage'))('title') };
}

const deeds = ['invited', 'resent', 'revoked', 'changed', 'removed', 'transferred'] as const;

/** The team: who is in it, who is invited, and the ways in and out. */
export default async function MembersPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const search = await searchParams;
  const { entry, members, channels, invitations } = await read(slug, async (work, entry) => ({
    entry,
    members: await listMembers(work),
    channels: await firmChannels(work),
    invitations: can(entry.access, 'invitation.read') ? await listInvitations(work) : null,
  }));
  const reader = await readerOf(entry);
  const { t } = reader;
  const { access, user } = entry;
  const mayManage = can(access, 'member.manage');
  const done = deeds.find((deed) => deed === one(search, 'done'));
  const self = members.find((member) => member.id === user.id);
  const heirs = members.filter((member) => member.role !== 'owner');
  const onlyOwner = self?.role === 'owner' && members.filter((member) => member.role === 'owner').length === 1;
  return (
    <>
      <PageHeader title={t('membersPage.title')} lead={t('membersPage.lead')} />
      <SettingsTabs access={access} current="/members" />
      <Refused code={search.refused} tenant={entry.access.tenant.name} />
      {done && (
        <div className="mb-6">
          <Callout tone="good" title={t(`membersPage.done.${done}`)} live />
        </div>
      )}
      <Section title={t('membersPage.team')} text={t('membersPage.teamText')}>
        <MemberTable
          place={{ path: `/${slug}/settings/members`, search, reader }}
          members={members}
          channels={channels}
          own={user.id}
          path={mayManage ? `/${slug}/settings/members` : null}
        />
      </Section>
      {mayManage && (
        <Section title={t('membersPage.inviteTitle')} text={t('membersPage.inviteText')} id="invite">
          <Card pad="lg">
            <InviteForm access={access} channels={channels} />
          </Card>
        </Section>
      )}
      {invitations && (
        <Section title={t('membersPage.invitations')} text={t('membersPage.invitationsText')} id="invitations">
          <InvitationTable
            place={{ path: `/${slug}/settings/members`, search, reader, name: 'invitations' }}
            slug={slug}
            invitations={invitations}
            mayManage={mayManage}
          />
        </Section>
      )}
      {self?.role === 'owner' && can(access, 'tenant.transfer') && (
        <Section title={t('membersPage.transferTitle')} text={t('membersPage.transferText')}>
          <Card pad="lg">
            {heirs.length ? (
              <TransferForm tenant={access.tenant} heirs={heirs} />
            ) : (
              <p className="text-ink-2">{t('membersPage.noHeir')}</p>
            )}
          </Card>
        </Section>
      )}
      {self && (
        <Section title={t('membersPage.leaveTitle')} text={t('membersPage.leaveText')}>
          {onlyOwner ? (
            <p className="text-ink-2">{t('errors.last_owner')}</p>
          ) : (
            <ConfirmButton
              title={t('membersPage.leaveAsk', { name: access.tenant.name })}
              text={t('membersPage.leaveText')}
              confirm={t('membersPage.leave')}
              cancel={t('form.cancel')}
              pending={t('form.saving')}
              action={leave.bind(null, slug)}
            >
              {t('membersPage.leave')}
            </ConfirmButton>
          )}
        </Section>
      )}
    </>
  );
}
