import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { read } from '@/app/access/read';
import { ActionForm } from '@/app/forms/action-form';
import { FormSelect } from '@/app/forms/form-select';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Refused } from '@/app/shell/refused';
import { LimitsFields } from '@/app/team/limits-fields';
import { roleOptions } from '@/app/team/role-options';
import { ConfirmButton } from '@/components/form/confirm-button';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { listMembers } from '@/domain/members/list-members';
import { isAbove } from '@/domain/permissions';
import { can } from '@/domain/tenants/access';
import { firmChannels } from '@/domain/tenants/firm-channels';
import { getTranslations } from '@/i18n/request';
import { change, remove } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('membersPage'))('member') };
}

/** One member: role, limits, removal. For who manages members. */
export default async function MemberPage({ params, searchParams }: PageProps<'tenant' | 'member'>) {
  const { tenant: slug, member: id } = await params;
  const search = await searchParams;
  const { entry, members, channels } = await read(slug, async (work, entry) => ({
    entry,
    members: await listMembers(work),
    channels: await firmChannels(work),
  }));
  const member = members.find((one) => one.id === id);
  if (!member || !can(entry.access, 'member.manage')) notFound();
  const { t } = await readerOf(entry);
  const { actor, tenant } = entry.access;
  const above = isAbove(member.role, actor.role);
  const name = member.name ?? member.email;
  return (
    <>
      <PageHeader
        title={name}
        lead={member.name ? member.email : undefined}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[{ label: t('membersPage.title'), href: `/${slug}/settings/members` }, { label: name }]}
          />
        }
      />
      <Refused code={search.refused} tenant={tenant.name} />
      {above ? (
        <Callout tone="info" title={t('errors.member_above_you')} />
      ) : (
        <>
          <Section title={t('membersPage.roleAndLimits')} text={t('membersPage.roleAndLimitsText')}>
            <Card pad="lg">
              <ActionForm
                action={change.bind(null, slug, id)}
                known={['role', 'channels', 'mechanisms']}
                className="max-w-2xl"
              >
                <FormStack>
                  <FormSelect
                    name="role"
                    label={t('membersPage.role')}
                    options={await roleOptions(actor.role)}
                    defaultValue={member.role}
                  />
                  <LimitsFields channels={channels} limits={member} />
                  <FormActions>
                    <SubmitButton pending={t('form.saving')}>{t('form.save')}</SubmitButton>
                  </FormActions>
                </FormStack>
              </ActionForm>
            </Card>
          </Section>
          <Section title={t('membersPage.removeTitle')} text={t('membersPage.removeText')}>
            <ConfirmButton
              title={t('membersPage.removeAsk', { name, firm: tenant.name })}
              text={t('membersPage.removeText')}
              confirm={t('membersPage.remove')}
              cancel={t('form.cancel')}
              pending={t('form.saving')}
              action={remove.bind(null, slug, id)}
            >
              {t('membersPage.remove')}
            </ConfirmButton>
          </Section>
        </>
      )}
    </>
  );
}
