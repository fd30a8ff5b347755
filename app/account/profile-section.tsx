import { ActionForm } from '@/app/forms/action-form';
import { FormSelect } from '@/app/forms/form-select';
import { FormText } from '@/app/forms/form-text';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Card } from '@/components/shell/card';
import { Section } from '@/components/shell/section';
import type { SessionUser } from '@/domain/members/sessions';
import { locales } from '@/i18n/locale';
import { getLocale, getTranslations } from '@/i18n/request';
import { keepProfile } from './actions';

/** Name, language and zone: how the product speaks to a person. */
export async function ProfileSection({ user }: { user: SessionUser }) {
  const t = await getTranslations();
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  return (
    <Section title={t('account.profile')} text={t('account.profileText')}>
      <Card pad="lg">
        <ActionForm action={keepProfile} known={['name', 'locale', 'zone']} className="max-w-xl">
          <FormStack>
            <FormText
              name="name"
              label={t('account.name')}
              defaultValue={user.name ?? ''}
              autoComplete="name"
              maxLength={200}
            />
            <FormSelect
              name="locale"
              label={t('account.language')}
              defaultValue={user.locale ?? (await getLocale())}
              options={locales.map((one) => ({ value: one, label: t(`language.${one}`) }))}
            />
            <FormSelect
              name="zone"
              label={t('account.zone')}
              defaultValue={user.zone ?? ''}
              options={[{ value: '', label: t('account.zoneOfFirm') }, ...zones]}
            />
            <FormActions>
              <SubmitButton pending={t('form.saving')}>{t('form.save')}</SubmitButton>
            </FormActions>
          </FormStack>
        </ActionForm>
      </Card>
    </Section>
  );
}
