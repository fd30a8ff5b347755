import { describe, expect, it } from 'vitest';
import { isCurrencyCode, minorUnits } from './currencies';
import { parseCurrency } from './parse-currency';

const read = (text: string) => {
  const result = parseCurrency(text);
  return result.ok ? result.value : `!${result.code}`;
};

describe('parseCurrency', () => {
  it.each([
    ['USD', 'USD'],
    ['usd', 'USD'],
    [' eur ', 'EUR'],
    ['€', 'EUR'],
    ['£', 'GBP'],
    ['US$', 'USD'],
    ['us $', 'USD'],
    ['R$', 'BRL'],
    ['ＨＫ＄', 'HKD'],
    ['RMB', 'CNY'],
    ['人民币', 'CNY'],
    ['美元', 'USD'],
    ['US Dollar', 'USD'],
    ['Euro', 'EUR'],
    ['British Pound', 'GBP'],
    ['zł', 'PLN'],
    ['BGN', 'BGN'],
    ['$', '!ambiguous_currency'],
    ['¥', '!ambiguous_currency'],
    ['￥', '!ambiguous_currency'],
    ['元', '!ambiguous_currency'],
    ['kr', '!ambiguous_currency'],
    ['XXX', '!unknown_currency'],
    ['ABC', '!unknown_currency'],
    ['BTC', '!unknown_currency'],
    ['', '!empty'],
  ])('%j is %s', (text, expected) => expect(read(text)).toBe(expected));

  it('says between which it could not choose', () => {
    expect(parseCurrency('¥')).toEqual({
      ok: false,
      code: 'ambiguous_currency',
      params: { text: '¥', candidates: 'CNY, JPY' },
    });
  });
});

describe('minor units', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['VND', 0],
    ['KWD', 3],
    ['OMR', 3],
    ['IDR', 2],
    ['HUF', 2],
    ['TWD', 2],
    ['CLF', 4],
  ])('%s has %i', (currency, digits) => expect(minorUnits(currency)).toBe(digits));

  it('are known for every currency of the ECB', () => {
    const ecb =
      'USD JPY BGN CYP CZK DKK EEK GBP HUF LTL LVL MTL PLN ROL RON SEK SIT SKK CHF ISK NOK HRK RUB TRL TRY AUD BRL CAD CNY HKD IDR ILS INR KRW MXN MYR NZD PHP SGD THB ZAR';
    for (const code of ecb.split(' ')) expect([code, isCurrencyCode(code)]).toEqual([code, true]);
  });
});
