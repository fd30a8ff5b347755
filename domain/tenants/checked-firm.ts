import { isCurrencyCode } from '@/lib/values/currencies';
import { parseCountry } from '@/lib/values/parse-country';
import { isZone } from '@/lib/zone';
import { checkedName } from '../checked-name';
import { Refusal } from '../errors';
import { proposeSlug } from './propose-slug';
import { checkSlug } from './slug';

/** What a firm says of itself, as it was typed. */
export interface FirmInput {
  name: string;
  /** Without one a free one is made from the name. */
  slug?: string;
  /** IANA zone that cuts the firm's days. */
  zone?: string;
  /** ISO 4217 reporting currency. */
  currency?: string;
  locale?: string;
  /** What it sells, in its own words. */
  sells?: string;
  /** Countries it sells to: names or codes, separated by commas. */
  markets?: string;
}

/** The same, checked. */
export interface Firm {
  name: string;
  slug: string;
  zone: string;
  currency: string;
  locale: 'zh-CN' | 'en';
  sells: string | null;
  /** ISO 3166 alpha-2. */
  markets: string[];
}

export const longestName = 120;
export const longestSells = 300;
const mostMarkets = 60;

/** Countries as people list them, by code or name. Refusals: `market_unknown`, `markets_too_many`. */
export function checkedMarkets(typed: string): string[] {
  const codes = new Set<string>();
  // No list of countries is as long.
  for (const piece of typed.slice(0, 10_000).split(/[,，、;；\n]+/)) {
    const text = piece.trim();
    if (!text) continue;
    const country = text.length <= 60 ? parseCountry(text) : null;
    if (!country?.ok) throw new Refusal('market_unknown', 422, { value: text.slice(0, 60) }, 'markets');
    codes.add(country.value);
    if (codes.size > mostMarkets) throw new Refusal('markets_too_many', 422, { most: mostMarkets }, 'markets');
  }
  return [...codes];
}

/**
 * Checks what is known of a firm before it is founded. Refusals: name_missing, name_too_long, name_tricky, slug_malformed,
 * slug_reserved, zone_unknown, currency_unknown, locale_unknown, market_unknown, markets_too_many.
 */
export async function checkedFirm(input: FirmInput): Promise<Firm> {
  const { zone = 'Asia/Shanghai', currency = 'CNY', locale = 'zh-CN' } = input;
  const name = checkedName(input.name, { longest: longestName });
  if (input.slug) checkSlug(input.slug);
  if (!isZone(zone)) throw new Refusal('zone_unknown', 422, { value: zone.slice(0, 80) }, 'zone');
  if (!isCurrencyCode(currency))
    throw new Refusal('currency_unknown', 422, { value: currency.slice(0, 80) }, 'currency');
  if (locale !== 'zh-CN' && locale !== 'en')
    throw new Refusal('locale_unknown', 422, { value: locale.slice(0, 80) }, 'locale');
  const sells = input.sells?.trim() ? checkedName(input.sells, { longest: longestSells, field: 'sells' }) : null;
  const markets = checkedMarkets(input.markets ?? '');
  return { name, slug: input.slug || (await proposeSlug(name)), zone, currency, locale, sells, markets };
}
