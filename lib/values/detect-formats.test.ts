import { describe, expect, it } from 'vitest';
import { detectDateFormat } from './detect-date-format';
import { detectDecimalSign } from './detect-decimal-sign';
import { detectFormats } from './detect-formats';

describe('date formats', () => {
  it.each([
    [['2010-12-01 08:26:00', '2010-12-01 08:28:00'], 'yyyy-MM-dd HH:mm:ss'],
    [['2025-03-01', '2025-03-02'], 'yyyy-MM-dd'],
    [['2025-03-01T08:05:00Z'], "yyyy-MM-dd'T'HH:mm:ssXXX"],
    [['2025/3/1 8:05'], 'yyyy/MM/dd HH:mm'],
    [['12/31/10', '1/1/11'], 'MM/dd/yy'],
    [['31/12/2010', '1/1/2011', ''], 'dd/MM/yyyy'],
    [['31/12/2010 8:05', '1/1/2011 23:59'], 'dd/MM/yyyy HH:mm'],
    [['12/31/2010 8:05 AM'], 'MM/dd/yyyy h:mm a'],
    [['31.12.2010'], 'dd.MM.yyyy'],
    [['2-Jun-06', '14-Nov-06'], 'd-MMM-yy'],
    [['2025年3月1日 08:05'], 'yyyy年M月d日 HH:mm'],
    [['Pre-PQ Process', '11/13/14', '5/2/14', 'Date Not Captured', '2-Jun-06'], 'MM/dd/yy'],
    [['45717', '45718.5'], null],
    [['1740787509'], null],
    [['n/a', ''], null],
    [[], null],
  ])('%j: %s', (cells, dateFormat) => expect(detectDateFormat(cells)).toEqual({ dateFormat, ambiguous: null }));

  it('leaves open what day and month first both explain, the likelier first', () => {
    expect(detectDateFormat(['3/1/2025', '3/2/2025', '3/12/2025'])).toEqual({
      dateFormat: null,
      ambiguous: ['MM/dd/yyyy', 'dd/MM/yyyy'],
    });
    expect(detectDateFormat(['1/3/25', '2/3/25', '12/3/25'])).toEqual({
      dateFormat: null,
      ambiguous: ['dd/MM/yy', 'MM/dd/yy'],
    });
  });
});

describe('decimal signs', () => {
  it.each([
    [['1.5', '2'], '.', false],
    [['1,5', '2'], ',', false],
    [['1.234,56'], ',', false],
    [['1,234.56'], '.', false],
    [['1,234,567'], '.', false],
    [['1.234.567'], ',', false],
    [['0.125'], '.', false],
    [['1234,567'], ',', false],
    [['1,234', '-5,678'], null, true],
    [['1,234', '5.5'], '.', false],
    [['€ 1 234,50'], ',', false],
    [['１．５'], '.', false],
    [['12', '-3', 'n/a'], null, false],
  ] as const)('%j: %s', (cells, decimal, ambiguous) =>
    expect(detectDecimalSign(cells)).toEqual({ decimal, ambiguous }),
  );

  it('are found together with date formats', () => {
    expect(detectFormats({ dates: ['31.12.2025'], numbers: ['1,5'] })).toEqual({
      dateFormat: 'dd.MM.yyyy',
      ambiguous: null,
      decimal: ',',
      decimalAmbiguous: false,
    });
  });
});
