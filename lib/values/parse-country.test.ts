import { describe, expect, it } from 'vitest';
import { countryCodes } from './iso-countries';
import { parseCountry } from './parse-country';

const read = (text: string, countryNames?: Record<string, string>) => {
  const result = parseCountry(text, countryNames);
  return result.ok ? result.value : `!${result.code}`;
};

describe('parseCountry', () => {
  it.each(
    Object.entries({
      GB: [
        'gb',
        'GBR',
        'UK',
        'U.K.',
        'United Kingdom',
        'Great Britain',
        'England',
        '英国',
        '英國',
        'Vereinigtes Königreich',
      ],
      US: [
        'US',
        'USA',
        'U.S.A.',
        'United States',
        'United States of America',
        'the United States',
        'United States (US)',
        '美国',
        'US - United States',
      ],
      IE: ['EIRE', 'Ireland', 'Ireland, Republic of', 'Irland'],
      ZA: ['RSA', 'South Africa', '南非'],
      KR: ['Korea, Republic of', 'Republic of Korea', 'South Korea', '韩国', 'KOR'],
      KP: ["Korea, Democratic People's Republic of", 'North Korea'],
      CI: ["Côte d'Ivoire", 'Côte d’Ivoire', "COTE D'IVOIRE", 'Ivory Coast', '科特迪瓦'],
      CD: ['Congo, Dem Rep', 'Congo, DRC', 'Congo, The Democratic Republic of the', 'Congo - Kinshasa', '刚果（金）'],
      CG: ['Congo - Brazzaville', 'Republic of the Congo'],
      VN: ['Vietnam', 'Viet Nam', '越南'],
      CZ: ['Czech Republic', 'Czechia', '捷克'],
      TZ: ['Tanzania', 'Tanzania, United Republic of'],
      SZ: ['Swaziland', 'Eswatini'],
      RU: ['Russia', 'Russian Federation', '俄罗斯'],
      CN: ['China', '中国', "People's Republic of China", '中国大陆', 'ＣＮ'],
      HK: ['Hong Kong', 'Hong Kong SAR China', '香港', '中国香港'],
      TW: ['Taiwan', 'Taiwan, Province of China', '台湾', '中国台湾'],
      DE: ['Germany', ' germany ', 'Deutschland', 'Allemagne', '德国'],
      BA: ['Bosnia & Herzegovina', 'Bosnia and Herzegovina'],
      LC: ['St. Lucia', 'Saint Lucia'],
      AE: ['UAE', 'United Arab Emirates', '阿联酋', '阿拉伯联合酋长国'],
      KG: ['Kyrgyzstan'],
      BF: ['Burkina Faso'],
      LA: ["Lao People's Democratic Republic", 'Laos'],
      SS: ['South Sudan'],
      GN: ['Guinea'],
      NE: ['Niger'],
      NG: ['Nigeria'],
    }),
  )('%s', (code, texts) => {
    expect(texts.map((text) => [text, read(text)])).toEqual(texts.map((text) => [text, code]));
  });

  it.each([
    'Unspecified',
    'European Community',
    'Channel Islands',
    'Congo',
    'Virgin Islands',
    'XX',
    'EU',
    'N/A',
    'Germany (FR)',
  ])('does not guess at %s', (text) => expect(read(text)).toBe('!unknown_country'));

  it('knows its blanks', () => expect(read(' ')).toBe('!empty'));

  it("takes the tenant's own names first", () => {
    const own = { 'Channel Islands': 'JE', Georgia: 'us', Nowhere: 'ZZ' };
    expect(read('channel islands', own)).toBe('JE');
    expect(read('Georgia', own)).toBe('US');
    expect(read('Georgia')).toBe('GE');
    expect(read('Nowhere', own)).toBe('!unknown_country');
    expect(read('France', own)).toBe('FR');
  });

  it('knows every country by its codes and by its names in English and Chinese', () => {
    expect(countryCodes).toHaveLength(250);
    for (const language of ['en', 'zh-Hans']) {
      const names = new Intl.DisplayNames(language, { type: 'region' });
      for (const code of countryCodes) expect([code, read(names.of(code)!)]).toEqual([code, code]);
    }
    for (const code of countryCodes) expect(read(code.toLowerCase())).toBe(code);
  });
});
