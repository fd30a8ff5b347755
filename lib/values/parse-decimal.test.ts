import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecimalSign, parseDecimal } from './parse-decimal';

const read = (text: string, decimal: DecimalSign) => {
  const result = parseDecimal(text, { decimal });
  return result.ok ? result.value : `!${result.code}`;
};

describe('parseDecimal', () => {
  it.each([
    ['6', '6'],
    ['-6', '-6'],
    ['2.55', '2.55'],
    ['2.50', '2.5'],
    ['17850.0', '17850'],
    ['007', '7'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+5', '5'],
    [' 12 ', '12'],
    ['12345678901234567890.123456789012345678', '12345678901234567890.123456789012345678'],
    ['1,234', '1234'],
    ['1,234.56', '1234.56'],
    ['1,234,567.89', '1234567.89'],
    ['12,34,567.89', '1234567.89'],
    ['1 234.56', '1234.56'],
    ['1\u00a0234.56', '1234.56'],
    ['1\u202f234.56', '1234.56'],
    ["1'234.56", '1234.56'],
    ['1’234.56', '1234.56'],
    ['(1,234.50)', '-1234.5'],
    ['12-', '-12'],
    ['−12', '-12'],
    ['$12.50', '12.5'],
    ['-$12.50', '-12.5'],
    ['$-12.50', '-12.5'],
    ['€ (12.50)', '-12.5'],
    ['12.50 €', '12.5'],
    ['US$12.50', '12.5'],
    ['R$ 12.50', '12.5'],
    ['USD 12.50', '12.5'],
    ['12.50 CNY', '12.5'],
    ['￥１，２３４．５０', '1234.5'],
    ['－１２', '-12'],
    ['（12）', '-12'],
    ['12元', '12'],
    ['12.5 kr', '12.5'],
    ['RMB 12.50', '12.5'],
    ['12.5 美元', '12.5'],
    ['人民币12.5', '12.5'],
    ['1.2万', '12000'],
    ['１．２３万', '12300'],
    ['¥1,234.5 万元', '12345000'],
    ['(3亿)', '-300000000'],
    ['1.2万%', '!not_a_number'],
    ['万', '!not_a_number'],
    ['12.5%', '0.125'],
    ['-0.5 %', '-0.005'],
    ['１２％', '0.12'],
    ['1.2E+3', '1200'],
    ['1.2e-3', '0.0012'],
    ["'12", '12'],
    ['', '!empty'],
    [' \u00a0 ', '!empty'],
    ['N/A', '!not_a_number'],
    ['-', '!not_a_number'],
    ['--5', '!not_a_number'],
    ['-(5)', '!not_a_number'],
    ['12 PCS', '!not_a_number'],
    ['1-2', '!not_a_number'],
    ['See DN-4257', '!not_a_number'],
    ['0x10', '!not_a_number'],
    ['Infinity', '!not_a_number'],
    ['1,50', '!misplaced_separator'],
    ['1,2345', '!misplaced_separator'],
    ['12 34', '!misplaced_separator'],
    ['1.234,56', '!wrong_decimal_sign'],
    ['1.234.567', '!wrong_decimal_sign'],
    ['9'.repeat(61), '!number_too_large'],
  ])('decimal point: %j is %s', (text, expected) => expect(read(text, '.')).toBe(expected));

  it.each([
    ['1,5', '1.5'],
    ['1.234,56', '1234.56'],
    ['1.234', '1234'],
    ['1 234,56 €', '1234.56'],
    ["1'234,56", '1234.56'],
    ['-1.234,50', '-1234.5'],
    ['12,5 %', '0.125'],
    ['1,5万', '15000'],
    ['１．２３４，５６', '1234.56'],
    ['1.5', '!misplaced_separator'],
    ['1,234.56', '!wrong_decimal_sign'],
  ])('decimal comma: %j is %s', (text, expected) => expect(read(text, ',')).toBe(expected));

  it('says what it could not read', () => {
    expect(parseDecimal('1,50', { decimal: '.' })).toEqual({
      ok: false,
      code: 'misplaced_separator',
      params: { text: '1,50', decimal: '.' },
    });
  });

  it('reads back every number however it was dressed', () => {
    const number = fc.record({
      negative: fc.boolean(),
      whole: fc.bigInt({ min: 0n, max: 10n ** 20n }),
      fraction: fc.stringMatching(/^\d{0,12}$/),
    });
    const dress = fc.record({
      decimal: fc.constantFrom<DecimalSign>('.', ','),
      group: fc.constantFrom('', ' ', "'", '\u00a0', 'other'),
      sign: fc.constantFrom('front', 'back', 'parentheses'),
      currency: fc.constantFrom('', '$', '€ ', 'EUR ', 'HK$'),
      wide: fc.boolean(),
    });
    fc.assert(
      fc.property(number, dress, ({ negative, whole, fraction }, { decimal, group, sign, currency, wide }) => {
        const separator = group === 'other' ? (decimal === '.' ? ',' : '.') : group;
        const grouped = whole.toString().replace(/\B(?=(\d{3})+$)/g, separator);
        let text = `${currency}${grouped}${fraction === '' ? '' : decimal + fraction}`;
        if (negative) text = { front: `-${text}`, back: `${text}-`, parentheses: `(${text})` }[sign];
        if (wide) text = text.replace(/[0-9.,-]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
        const exact = `${whole}.${fraction}`.replace(/\.?0*$/, '');
        const zero = /^0$|^$/.test(exact);
        expect(read(text, decimal)).toBe(
          zero ? '0' : `${negative ? '-' : ''}${fraction.replace(/0+$/, '') === '' ? whole : exact}`,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
