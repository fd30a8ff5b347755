import { countryAliases } from './country-aliases';
import { alpha2ByAlpha3, countryCodes, isCountryCode } from './iso-countries';
import { type Parsed, parsed, unparsed } from './parsed';

/** Languages in which countries are understood by name; where two disagree, the first wins. */
const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ja'];
/** Names that some language gives to one country and people give to two. */
const AMBIGUOUS = ['congo', 'virginislands', '刚果', '剛果', 'コンゴ'];

/**
 * A country as ISO 3166-1 alpha-2, from codes of two or three letters and from names. `countryNames` are the tenant's own names and
 * come first: `{ EIRE: 'IE' }`. What is not known is a problem, never a guess.
 */
export function parseCountry(text: string, countryNames?: Readonly<Record<string, string>>): Parsed<string> {
  const key = keyOf(text);
  if (key === '') return unparsed('empty', text);
  const own = countryNames && ownNames(countryNames).get(key);
  if (own !== undefined) return isCountryCode(own) ? parsed(own) : unparsed('unknown_country', text);
  const code = byCode(text) ?? byName(key) ?? inBothForms(text);
  return code ? parsed(code) : unparsed('unknown_country', text);
}

// Codes stand as they are, or N/A would be Namibia.
function byCode(text: string): string | undefined {
  const code = text.normalize('NFKC').trim().toUpperCase();
  return isCountryCode(code) ? code : alpha2ByAlpha3.get(code);
}

function byName(key: string): string | undefined {
  names ??= allNames();
  return names.get(key);
}

// `Korea, Republic of` is Republic of Korea; in `United States (US)` both have to mean the same if both mean something.
function inBothForms(text: string): string | undefined {
  const inverted = /^([^,]+),([^,]+)$/.exec(text);
  if (inverted) return byName(keyOf(`${inverted[2]} ${inverted[1]}`));
  const doubled = /^(.+?)\s*[(（[](.+)[)）\]]\s*$/.exec(text) ?? /^(.+?)\s+[-–|/]\s+(.+)$/.exec(text);
  if (!doubled) return undefined;
  const [first, second] = [doubled[1]!, doubled[2]!].map((part) => byCode(part) ?? byName(keyOf(part)));
  return first && second && first !== second ? undefined : (first ?? second);
}

const ownNamesOf = new WeakMap<Readonly<Record<string, string>>, Map<string, string>>();

function ownNames(countryNames: Readonly<Record<string, string>>): Map<string, string> {
  let own = ownNamesOf.get(countryNames);
  if (!own) {
    own = new Map(Object.entries(countryNames).map(([name, code]) => [keyOf(name), code.trim().toUpperCase()]));
    ownNamesOf.set(countryNames, own);
  }
  return own;
}

let names: Map<string, string> | undefined;

function allNames(): Map<string, string> {
  const all = new Map<string, string>();
  for (const [code, list] of Object.entries(countryAliases)) {
    for (const name of list.split(';')) all.set(keyOf(name), code);
  }
  for (const language of LANGUAGES) {
    // Short names are codes in some languages: EU is the United States in one.
    for (const style of /^(en|zh)/.test(language) ? (['long', 'short'] as const) : (['long'] as const)) {
      const display = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' });
      for (const code of countryCodes) {
        const key = keyOf(display.of(code) ?? '');
        if (key !== '' && !all.has(key)) all.set(key, code);
      }
    }
  }
  for (const name of AMBIGUOUS) all.delete(name);
  return all;
}

const keys = new Map<string, string>();

/** Without case, accents, blanks and punctuation; `&` is and, `St.` is Saint. Files repeat few names, so keys are kept. */
function keyOf(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/&/g, ' and ')
      .replace(/\bst\b\.?/g, 'saint')
      .replace(/^\s*the\b/, '')
      .replace(/[^\p{L}\p{N}]/gu, '');
    if (keys.size > 5_000) keys.clear();
    keys.set(name, key);
  }
  return key;
}
