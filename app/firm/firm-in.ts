import { textIn } from '@/app/forms/parse';
import type { FirmInput } from '@/domain/tenants/checked-firm';

/** A firm as the form's fields say it. */
export const firmIn = (data: FormData): FirmInput => ({
  name: textIn(data, 'name'),
  slug: textIn(data, 'slug').toLowerCase(),
  zone: textIn(data, 'zone'),
  currency: textIn(data, 'currency'),
  locale: textIn(data, 'locale'),
  sells: textIn(data, 'sells'),
  markets: textIn(data, 'markets'),
});
