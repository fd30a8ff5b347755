import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Navigation } from '@/components/shell/navigation';
import { themeClass, themeCookie } from '@/components/theme/theme-class';
import { getLocale, getTranslations } from '@/i18n/request';
import { readCookie } from './access/host-cookie';
import { ErrorTextsProvider } from './shell/error-texts';
import { fontClass } from './shell/fonts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return {
    title: { default: t('brand'), template: `%s · ${t('brand')}` },
    description: t('tagline'),
    icons: { icon: '/icon.svg' },
    robots: { index: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f3f6f8' },
    { media: '(prefers-color-scheme: dark)', color: '#0a131a' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('states');
  return (
    <html lang={await getLocale()} className={`${fontClass} ${themeClass(await readCookie(themeCookie))}`}>
      <body>
        <ErrorTextsProvider
          texts={{
            title: t('errorTitle'),
            safe: t('errorSafe'),
            todo: t('errorDo'),
            code: t('errorCode', { digest: '{digest}' }),
            retry: t('retry'),
            home: t('home'),
          }}
        >
          <Navigation />
          {children}
        </ErrorTextsProvider>
      </body>
    </html>
  );
}
