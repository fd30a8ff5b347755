import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinor, toMinor } from './money';
import { add, multiply } from './values/decimal';

describe('minor units of money', () => {
  it.each([
    ['12.5', 'EUR', 1250],
    ['12.345', 'EUR', 1235],
    ['12.344999', 'EUR', 1234],
    ['-12.345', 'EUR', -1235],
    ['0.005', 'EUR', 1],
    ['-0.005', 'EUR', -1],
    ['1.005', 'EUR', 101],
    ['1234.5', 'JPY', 1235],
    ['-0.5', 'JPY', -1],
    ['1.2345', 'KWD', 1235],
    ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
  ])('%s %s is %i', (decimal, currency, minor) => expect(toMinor(decimal, currency)).toBe(minor));

  it('refuses what a number cannot hold, and what is no decimal', () => {
    expect(() => toMinor('90071992547409.92', 'EUR')).toThrow(RangeError);
    expect(() => toMinor('1,5', 'EUR')).toThrow(RangeError);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'), (minor, currency) => {
        expect(toMinor(fromMinor(minor, currency), currency)).toBe(minor === 0 ? 0 : minor);
      }),
    );
    expect(fromMinor(-5n, 'EUR')).toBe('-0.05');
    expect(fromMinor(1250, 'EUR')).toBe('12.5');
    expect(fromMinor(7, 'JPY')).toBe('7');
  });
});

describe('exact decimals', () => {
  it('multiply and add without loss', () => {
    expect(multiply('0.1', '0.2')).toBe('0.02');
    expect(multiply('-3', '4.95')).toBe('-14.85');
    expect(multiply('12345678901234567890', '1.5')).toBe('18518518351851851835');
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(add('-1', '0.99')).toBe('-0.01');
  });
});
