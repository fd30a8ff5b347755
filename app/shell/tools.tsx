import { getLocale, getTranslations } from 'next-intl/server';
import { readCookie } from '@/app/access/host-cookie';
import { LanguageSwitch } from '@/components/theme/language-switch';
import { themeClass, themeCookie } from '@/components/theme/theme-class';
import { ThemeSwitch } from '@/components/theme/theme-switch';
import { localeCookie } from '@/i18n/locale';
import { cookieName } from '@/lib/cookie-name';

/** Language and theme, as every page carries them. */
export async function Tools() {
  const t = await getTranslations('shell');
  return (
    <>
      <LanguageSwitch
        cookie={cookieName(localeCookie)}
        value={await getLocale()}
        label={t('language')}
        options={[
          { value: 'zh-CN', label: '简体中文', short: '中' },
          { value: 'en', label: 'English', short: 'EN' },
        ]}
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
