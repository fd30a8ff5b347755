/** Tells use-intl our languages and texts, so that a key that is not there is a type error. */
import type {} from 'use-intl';
import type en from '../messages/en.json';
import type { Locale } from './locale';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof en;
  }
}
