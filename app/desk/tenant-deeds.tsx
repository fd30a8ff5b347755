import { resume, suspend, visit } from '@/app/admin/tenants/[slug]/actions';
import { ActionForm } from '@/app/forms/action-form';
import { FormSelect } from '@/app/forms/form-select';
import { FormSwitch } from '@/app/forms/form-switch';
import { FormText } from '@/app/forms/form-text';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Card } from '@/components/shell/card';
import { Grid } from '@/components/shell/grid';
import { Section } from '@/components/shell/section';
import type { TenantAtDesk } from '@/domain/platform/get-tenant';
import { longestGraceDays } from '@/domain/platform/suspend-tenant';
import type { DeskReader } from './desk-reader';

const visitRoles = ['viewer', 'analyst', 'admin'] as const;
const lengths = [15, 30, 60, 120, 240];

/** Looking in as one of the firm's roles, for a time. */
function VisitForm({ reader: { t }, slug }: { reader: DeskReader; slug: string }) {
  return (
    <ActionForm action={visit.bind(null, slug)} known={['visitReason', 'ticket', 'minutes', 'role']}>
      <FormStack>
        <FormText
          name="visitReason"
          label={t('desk.tenant.visitReason')}
          hint={t('desk.tenant.visitReasonHint')}
          maxLength={500}
          required
        />
        <FormText name="ticket" label={t('desk.tenant.ticket')} maxLength={100} required />
        <FormSelect
          name="minutes"
          label={t('desk.tenant.length')}
          defaultValue="30"
          options={lengths.map((minutes) => ({
            value: String(minutes),
            label:
              minutes < 60
                ? t('desk.tenant.minutes', { count: minutes })
                : t('desk.tenant.hours', { count: minutes / 60 }),
          }))}
        />
        <FormSelect
          name="role"
          label={t('desk.tenant.role')}
          defaultValue="viewer"
          options={visitRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <FormSwitch name="mayChange" label={t('desk.tenant.mayChange')} hint={t('desk.tenant.mayChangeHint')} />
        <FormActions>
          <SubmitButton pending={t('desk.tenant.starting')}>{t('desk.tenant.start')}</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

function SuspendForm({ reader: { t }, slug }: { reader: DeskReader; slug: string }) {
  return (
    <ActionForm action={suspend.bind(null, slug)} known={['reason', 'graceDays']}>
      <FormStack>
        <FormText
          name="reason"
          label={t('desk.tenant.suspendReason')}
          hint={t('desk.tenant.suspendReasonHint')}
          maxLength={500}
          required
        />
        <FormText
          name="graceDays"
          label={t('desk.tenant.grace')}
          hint={t('desk.tenant.graceHint', { max: longestGraceDays })}
          inputMode="numeric"
          defaultValue="7"
          required
        />
        <FormActions>
          <SubmitButton variant="danger" pending={t('desk.tenant.suspending')}>
            {t('desk.tenant.suspend')}
          </SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}

/** What an admin can do with a firm. */
export function TenantDeeds({ reader, tenant }: { reader: DeskReader; tenant: TenantAtDesk }) {
  const { t } = reader;
  const { slug, status } = tenant;
  return (
    <Grid min="20rem">
      <div>
        <Section level={3} title={t('desk.tenant.visitTitle')} text={t('desk.tenant.visitText')}>
          <Card pad="lg">
            <VisitForm reader={reader} slug={slug} />
          </Card>
        </Section>
      </div>
      {status === 'active' && (
        <div>
          <Section level={3} title={t('desk.tenant.suspendTitle')} text={t('desk.tenant.suspendText')}>
            <Card pad="lg">
              <SuspendForm reader={reader} slug={slug} />
            </Card>
          </Section>
        </div>
      )}
      {status === 'suspended' && (
        <div>
          <Section level={3} title={t('desk.tenant.resumeTitle')} text={t('desk.tenant.resumeText')}>
            <Card pad="lg">
              <form action={resume.bind(null, slug)}>
                <SubmitButton pending={t('desk.tenant.resuming')}>{t('desk.tenant.resume')}</SubmitButton>
              </form>
            </Card>
          </Section>
        </div>
      )}
    </Grid>
  );
}
