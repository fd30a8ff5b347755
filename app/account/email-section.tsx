import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Card } from '@/components/shell/card';
import { Section } from '@/components/shell/section';
import type { SessionUser } from '@/domain/members/sessions';
import { getTranslations } from '@/i18n/request';
import { askForEmail } from './actions';

/** The address of an account, and the way to another one. */
export async function EmailSection({ user, hasPassword }: { user: SessionUser; hasPassword: boolean }) {
  const t = await getTranslations('account');
  return (
    <Section title={t('email')} text={t('emailText', { email: user.email })}>
      <Card pad="lg">
        <ActionForm action={askForEmail} known={['email', 'present_password']} className="max-w-xl">
          <FormStack>
            <FormText name="email" type="email" label={t('newEmail')} autoComplete="email" required />
            {hasPassword && (
              <FormText
                name="present_password"
                type="password"
                label={t('presentPassword')}
                autoComplete="current-password"
                required
              />
            )}
            <FormActions>
              <SubmitButton variant="secondary" pending={t('sending')}>
                {t('changeEmail')}
              </SubmitButton>
            </FormActions>
          </FormStack>
        </ActionForm>
      </Card>
    </Section>
  );
}
