import { currencyCodes, isCurrencyCode } from './currencies';
import { type Parsed, parsed, unparsed } from './parsed';

/** Signs and words that mean one currency; US$ and the like included. */
const SIGNS: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₫': 'VND',
  '฿': 'THB',
  '₴': 'UAH',
  '₦': 'NGN',
  '₱': 'PHP',
  '₪': 'ILS',
  '₸': 'KZT',
  '₡': 'CRC',
  '₲': 'PYG',
  '₵': 'GHS',
  '₭': 'LAK',
  '₮': 'MNT',
  '₼': 'AZN',
  '₾': 'GEL',
  '៛': 'KHR',
  '৳': 'BDT',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  лв: 'BGN',
  US$: 'USD',
  U$: 'USD',
  USD$: 'USD',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  NZ$: 'NZD',
  S$: 'SGD',
  SG$: 'SGD',
  HK$: 'HKD',
  NT$: 'TWD',
  MX$: 'MXN',
  R$: 'BRL',
  'CN¥': 'CNY',
  'JP¥': 'JPY',
  RMB: 'CNY',
  CNH: 'CNY',
  STG: 'GBP',
  NTD: 'TWD',
  人民币: 'CNY',
  人民幣: 'CNY',
  人民币元: 'CNY',
  美金: 'USD',
  欧元: 'EUR',
  港币: 'HKD',
  港元: 'HKD',
  日元: 'JPY',
  日圆: 'JPY',
  円: 'JPY',
  韩元: 'KRW',
  新台币: 'TWD',
  台币: 'TWD',
  澳元: 'AUD',
  加元: 'CAD',
  英镑: 'GBP',
  卢布: 'RUB',
};

const AMBIGUOUS: Record<string, string> = {
  $: 'USD, CAD, AUD, HKD, SGD, MXN',
  '¥': 'CNY, JPY',
  元: 'CNY, HKD, TWD',
  kr: 'SEK, NOK, DKK, ISK',
  Rs: 'INR, PKR, LKR',
  '₨': 'INR, PKR, LKR',
  '﷼': 'SAR, IRR, OMR, QAR, YER',
  dollar: 'USD, CAD, AUD, HKD, SGD',
  pound: 'GBP, EGP, LBP',
  yuan: 'CNY, TWD',
  krona: 'SEK, ISK',
  krone: 'NOK, DKK',
  peso: 'MXN, PHP, CLP, COP, ARS',
  franc: 'CHF, XOF, XAF',
};

/** A currency as its ISO 4217 code, from codes, unambiguous signs and English or Chinese names. Never a guess: `$` alone is a problem. */
export function parseCurrency(text: string): Parsed<string> {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return unparsed('empty', text);
  if (isCurrencyCode(plain)) return parsed(plain);
  const upper = plain.toUpperCase();
  if (isCurrencyCode(upper)) return parsed(upper);
  names ??= allNames();
  const key = keyOf(plain);
  const code = names.get(key);
  if (code) return parsed(code);
  const candidates = ambiguous.get(key);
  return candidates ? unparsed('ambiguous_currency', text, { candidates }) : unparsed('unknown_currency', text);
}

const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[\s.]/g, '');

const ambiguous = new Map(Object.entries(AMBIGUOUS).map(([name, candidates]) => [keyOf(name), candidates]));

let names: Map<string, string> | undefined;

function allNames(): Map<string, string> {
  const all = new Map<string, string>();
  for (const [sign, code] of Object.entries(SIGNS)) all.set(keyOf(sign), code);
  for (const language of ['en', 'zh-Hans', 'zh-Hant']) {
    const display = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' });
    for (const code of currencyCodes()) {
      const key = keyOf(display.of(code) ?? '');
      if (key !== '' && !all.has(key) && !ambiguous.has(key)) all.set(key, code);
    }
  }
  return all;
}
