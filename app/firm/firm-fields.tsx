import { getLocale, getTranslations } from 'next-intl/server';
import { FormSelect } from '@/app/forms/form-select';
import { FormText } from '@/app/forms/form-text';
import { locales } from '@/i18n/locale';
import { currencyCodes } from '@/lib/values/currencies';
import { SlugFields } from './slug-fields';
import { ZoneSelect } from './zone-select';

/** Which fields show their own errors. */
export const firmFields = ['name', 'slug', 'zone', 'currency', 'locale', 'sells', 'markets'];

/** Reporting currencies that most export firms choose. */
const usual = ['CNY', 'USD', 'EUR', 'HKD', 'GBP', 'JPY', 'SGD', 'AUD', 'CAD', 'CHF'];

/** What a firm says of itself when it is founded. */
export async function FirmFields() {
  const t = await getTranslations('firmForm');
  const languages = await getTranslations('language');
  const locale = await getLocale();
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const rest = currencyCodes().filter((code) => !usual.includes(code));
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
        options={Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <FormSelect
        name="currency"
        label={t('currency')}
        hint={t('currencyHint')}
        defaultValue={locale === 'en' ? 'USD' : 'CNY'}
        options={[...usual, ...rest.sort()].map((code) => ({ value: code, label: `${code} · ${names.of(code)}` }))}
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
