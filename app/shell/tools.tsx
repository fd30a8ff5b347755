import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { LanguageSwitch } from '@/components/theme/language-switch';
import { themeClass } from '@/components/theme/theme-class';
import { ThemeSwitch } from '@/components/theme/theme-switch';

/** Language and theme, as every page carries them. */
export async function Tools() {
  const t = await getTranslations('shell');
  return (
    <>
      <LanguageSwitch
        value={await getLocale()}
        label={t('language')}
        options={[
          { value: 'zh-CN', label: '简体中文', short: '中' },
          { value: 'en', label: 'English', short: 'EN' },
        ]}
      />
      <ThemeSwitch
        value={themeClass((await cookies()).get('theme')?.value)}
        label={t('theme')}
        labels={{ light: t('light'), dark: t('dark'), system: t('system') }}
      />
    </>
  );
}
