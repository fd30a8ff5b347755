import type { Reader } from '@/app/shell/reader';
import { Facts } from '@/components/numbers/facts';
import type { FirmSettings } from '@/domain/tenants/change-tenant';

/** What the firm says of itself, for who may only read it. */
export function FirmFacts({ firm, reader: { t, f, locale } }: { firm: FirmSettings; reader: Reader }) {
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  return (
    <Facts
      columns={2}
      items={[
        { term: t('settingsPage.name'), text: firm.name },
        { term: t('settingsPage.language'), text: t(`language.${firm.locale}`) },
        { term: t('settingsPage.sells'), text: firm.sells ?? '–' },
        {
          term: t('settingsPage.markets'),
          text: firm.markets.length ? f.list(firm.markets.map((code) => countries.of(code) ?? code)) : '–',
        },
        { term: t('settingsPage.zone'), text: firm.zone },
        { term: t('settingsPage.currency'), text: firm.currency },
      ]}
    />
  );
}
