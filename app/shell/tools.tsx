import { readCookie } from '@/app/access/host-cookie';
import { LanguageSwitch } from '@/components/theme/language-switch';
import { themeClass, themeCookie } from '@/components/theme/theme-class';
import { ThemeSwitch } from '@/components/theme/theme-switch';
import { type Locale, localeCookie } from '@/i18n/locale';
import { getLocale } from '@/i18n/request';
import { translatorIn } from '@/i18n/translator';
import { cookieName } from '@/lib/cookie-name';
import { keepOwnLanguage } from './keep-own-language';

/** Language and theme, as every page carries them; `locale` where the page is in another language than the request. */
export async function Tools({ locale }: { locale?: Locale }) {
  const spoken = locale ?? (await getLocale());
  const t = translatorIn(spoken, 'shell');
  return (
    <>
      <LanguageSwitch
        cookie={cookieName(localeCookie)}
        value={spoken}
        label={t('language')}
        options={[
          { value: 'zh-CN', label: '简体中文', short: '中' },
          { value: 'en', label: 'English', short: 'EN' },
        ]}
        keep={keepOwnLanguage}
      />
      <ThemeSwitch
        cookie={cookieName(themeCookie)}
        value={themeClass(await readCookie(themeCookie))}
        label={t('theme')}
        labels={{ light: t('light'), dark: t('dark'), system: t('system') }}
      />
    </>
  );
}
