import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Card } from '@/components/shell/card';
import { Section } from '@/components/shell/section';
import { getTranslations } from '@/i18n/request';
import { mailPasswordLink, newPassword } from './actions';

/** A new password, by the present one or, for who has none, by a mailed link. */
export async function PasswordSection({ hasPassword }: { hasPassword: boolean }) {
  const t = await getTranslations('account');
  return (
    <Section title={t('password')} text={t(hasPassword ? 'passwordText' : 'passwordNone')}>
      <Card pad="lg">
        {hasPassword && (
          <ActionForm action={newPassword} known={['present_password', 'password']} className="mb-6 max-w-xl">
            <FormStack>
              <FormText
                name="present_password"
                type="password"
                label={t('presentPassword')}
                autoComplete="current-password"
                required
              />
              <FormText
                name="password"
                type="password"
                label={t('newPassword')}
                hint={t('passwordHint')}
                autoComplete="new-password"
                required
              />
              <FormActions>
                <SubmitButton variant="secondary" pending={t('changing')}>
                  {t('changePassword')}
                </SubmitButton>
              </FormActions>
            </FormStack>
          </ActionForm>
        )}
        <ActionForm action={mailPasswordLink} known={[]}>
          <SubmitButton variant={hasPassword ? 'quiet' : 'secondary'} size="sm" pending={t('sending')}>
            {t(hasPassword ? 'forgotten' : 'mailPassword')}
          </SubmitButton>
        </ActionForm>
      </Card>
    </Section>
  );
}
