import { FormSelect } from '@/app/forms/form-select';
import { FormText } from '@/app/forms/form-text';
import { locales } from '@/i18n/locale';
import { getLocale, getTranslations } from '@/i18n/request';
import { currencyOptions } from './currency-options';
import { SlugFields } from './slug-fields';
import { zoneOptions } from './zone-options';
import { ZoneSelect } from './zone-select';

/** Which fields show their own errors. */
export const firmFields = ['name', 'slug', 'zone', 'currency', 'locale', 'sells', 'markets'];

/** What a firm says of itself when it is founded. */
export async function FirmFields() {
  const t = await getTranslations('firmForm');
  const languages = await getTranslations('language');
  const locale = await getLocale();
  return (
    <>
      <SlugFields
        texts={{
          name: t('name'),
          namePlaceholder: t('namePlaceholder'),
          slug: t('slug'),
          slugHint: t('slugHint'),
          use: t('use', { proposal: '{proposal}' }),
        }}
      />
      <ZoneSelect
        name="zone"
        label={t('zone')}
        hint={t('zoneHint')}
        defaultValue={locale === 'en' ? 'Europe/London' : 'Asia/Shanghai'}
        options={zoneOptions()}
      />
      <FormSelect
        name="currency"
        label={t('currency')}
        hint={t('currencyHint')}
        defaultValue={locale === 'en' ? 'USD' : 'CNY'}
        options={currencyOptions(locale)}
      />
      <FormSelect
        name="locale"
        label={t('language')}
        hint={t('languageHint')}
        defaultValue={locale}
        options={locales.map((one) => ({ value: one, label: languages(one) }))}
      />
      <FormText
        name="sells"
        label={t('sells')}
        optional={t('optional')}
        placeholder={t('sellsPlaceholder')}
        maxLength={400}
      />
      <FormText
        name="markets"
        label={t('markets')}
        optional={t('optional')}
        hint={t('marketsHint')}
        placeholder={t('marketsPlaceholder')}
      />
    </>
  );
}
