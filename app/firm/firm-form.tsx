import { keepFirm } from '@/app/[tenant]/settings/actions';
import { ActionForm } from '@/app/forms/action-form';
import { FormSelect } from '@/app/forms/form-select';
import { FormText } from '@/app/forms/form-text';
import type { Reader } from '@/app/shell/reader';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import type { FirmSettings } from '@/domain/tenants/change-tenant';
import { locales } from '@/i18n/locale';
import { getTranslations } from '@/i18n/request';
import { currencyOptions } from './currency-options';
import { zoneOptions } from './zone-options';

/** What the firm says of itself, for who may change it. Zone and currency stand fast once data came in. */
export async function FirmForm({
  slug,
  firm,
  reader,
}: {
  slug: string;
  firm: FirmSettings & { fixed: boolean };
  reader: Reader;
}) {
  const t = await getTranslations();
  const countries = new Intl.DisplayNames(reader.locale, { type: 'region' });
  const fixed = firm.fixed ? t('settingsPage.fixed') : undefined;
  return (
    <ActionForm
      action={keepFirm.bind(null, slug)}
      known={['name', 'locale', 'sells', 'markets', 'zone', 'currency']}
      className="max-w-2xl"
    >
      <FormStack>
        <FormText name="name" label={t('settingsPage.name')} defaultValue={firm.name} autoComplete="off" />
        <FormSelect
          name="locale"
          label={t('settingsPage.language')}
          hint={t('settingsPage.languageHint')}
          defaultValue={firm.locale}
          options={locales.map((one) => ({ value: one, label: t(`language.${one}`) }))}
        />
        <FormText
          name="sells"
          label={t('settingsPage.sells')}
          optional={t('form.optional')}
          defaultValue={firm.sells ?? ''}
        />
        <FormText
          name="markets"
          label={t('settingsPage.markets')}
          hint={t('settingsPage.marketsHint')}
          optional={t('form.optional')}
          defaultValue={firm.markets
            .map((code) => countries.of(code) ?? code)
            .join(reader.locale === 'en' ? ', ' : '、')}
        />
        <FormSelect
          name="zone"
          label={t('settingsPage.zone')}
          hint={fixed ?? t('settingsPage.zoneHint')}
          defaultValue={firm.zone}
          disabled={firm.fixed}
          options={zoneOptions(firm.zone)}
        />
        <FormSelect
          name="currency"
          label={t('settingsPage.currency')}
          hint={fixed ?? t('settingsPage.currencyHint')}
          defaultValue={firm.currency}
          disabled={firm.fixed}
          options={currencyOptions(reader.locale)}
        />
        <FormActions>
          <SubmitButton pending={t('form.saving')}>{t('form.save')}</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}
