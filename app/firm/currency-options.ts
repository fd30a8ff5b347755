import type { SelectOption } from '@/components/form/select';
import type { Locale } from '@/i18n/locale';
import { currencyCodes } from '@/lib/values/currencies';

/** Reporting currencies that most export firms choose. */
const usual = ['CNY', 'USD', 'EUR', 'HKD', 'GBP', 'JPY', 'SGD', 'AUD', 'CAD', 'CHF'];

/** All currencies by code and name, the usual ones first. */
export function currencyOptions(locale: Locale): SelectOption[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const rest = currencyCodes().filter((code) => !usual.includes(code));
  return [...usual, ...rest.sort()].map((code) => ({ value: code, label: `${code} · ${names.of(code)}` }));
}
