import { describe, expect, it } from 'vitest';
import { instantParser, parseInstant } from './parse-instant';

const read = (text: string, timezone: string, dateFormat?: string) => {
  const result = parseInstant(text, dateFormat === undefined ? { timezone } : { timezone, dateFormat });
  return result.ok ? result.value.replace(/\.000Z$/, 'Z') : `!${result.code}`;
};

describe('parseInstant', () => {
  it.each([
    ['yyyy-MM-dd HH:mm:ss', 'Europe/London', '2010-12-01 08:26:00', '2010-12-01T08:26:00Z'],
    ['yyyy-MM-dd HH:mm:ss', 'Europe/London', '2011-07-01 08:26:00', '2011-07-01T07:26:00Z'],
    ['M/d/yy', 'UTC', '12/1/10', '2010-12-01T00:00:00Z'],
    ['M/d/yy H:mm', 'America/New_York', '3/4/25 8:05', '2025-03-04T13:05:00Z'],
    ['MM/dd/yyyy hh:mm a', 'UTC', '03/04/2025 12:05 AM', '2025-03-04T00:05:00Z'],
    ['MM/dd/yyyy hh:mm a', 'UTC', '03/04/2025 12:05 pm', '2025-03-04T12:05:00Z'],
    ['dd.MM.yyyy', 'Europe/Berlin', '31.12.2025', '2025-12-30T23:00:00Z'],
    ['dd.MM.yyyy HH:mm', 'Europe/Berlin', '1.7.2025 08:05', '2025-07-01T06:05:00Z'],
    ['d-MMM-yy', 'UTC', '2-Jun-06', '2006-06-02T00:00:00Z'],
    ['d MMMM yyyy', 'UTC', '2 märz 2025', '2025-03-02T00:00:00Z'],
    ['d MMM yyyy', 'UTC', '2 févr. 2025', '2025-02-02T00:00:00Z'],
    ['yyyy/M/d H:mm:ss', 'Asia/Shanghai', '2025/3/1 8:05:09', '2025-03-01T00:05:09Z'],
    ['yyyy年M月d日 HH:mm', 'Asia/Shanghai', '2025年3月1日 08:05', '2025-03-01T00:05:00Z'],
    ['yyyyMMdd', 'UTC', '20250301', '2025-03-01T00:00:00Z'],
    ['YYYY-MM-DD', 'UTC', '2025-03-01', '2025-03-01T00:00:00Z'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", 'UTC', '2025-03-01T08:05:00.250+08:00', '2025-03-01T00:05:00.250Z'],
    ['MMM d, yyyy h:mm:ss a z', 'UTC', 'Mar 1, 2025 8:05:00 AM PST', '2025-03-01T16:05:00Z'],
    ['EEE, d MMM yyyy', 'UTC', 'Sat, 1 Mar 2025', '2025-03-01T00:00:00Z'],
    ['M/d/yy', 'UTC', '１２/１/１０', '2010-12-01T00:00:00Z'],
    ['M/d/yy', 'UTC', '2025-03-01', '2025-03-01T00:00:00Z'],
    ['M/d/yy', 'UTC', '13/1/10', '!not_a_date'],
    ['d/M/yy', 'UTC', '31/2/10', '!not_a_date'],
    ['M/d/yy', 'UTC', 'Date Not Captured', '!not_a_date'],
    ['M/d/yy', 'UTC', ' ', '!empty'],
  ])('%s in %s: %s', (format, zone, text, expected) => expect(read(text, zone, format)).toBe(expected));

  it.each([
    ['2025-03-01', '2025-02-28T16:00:00Z'],
    ['2025-03-01 08:05', '2025-03-01T00:05:00Z'],
    ['2025-03-01T08:05:09', '2025-03-01T00:05:09Z'],
    ['2025-03-01T08:05:09.123456', '2025-03-01T00:05:09.123Z'],
    ['2025-03-01T08:05:09Z', '2025-03-01T08:05:09Z'],
    ['2025-03-01T08:05:09+02:00', '2025-03-01T06:05:09Z'],
    ['2025-03-01 08:05:09+0530', '2025-03-01T02:35:09Z'],
    ['2011-12-06 13:41:31.788000+01:00', '2011-12-06T12:41:31.788Z'],
    ['2025/3/1 8:05', '2025-03-01T00:05:00Z'],
    ['2025.3.1', '2025-02-28T16:00:00Z'],
    ['2025年3月1日', '2025-02-28T16:00:00Z'],
    ['2025-03-01 08:05:09 UTC+2', '2025-03-01T06:05:09Z'],
    ['2025/3/1 8:05 PM', '2025-03-01T12:05:00Z'],
    ['2025-03-01 8:05:09am', '2025-03-01T00:05:09Z'],
    ['2025-03-01 13:05 AM', '!not_a_date'],
    ['2025年3月1日 下午8:05', '2025-03-01T12:05:00Z'],
    ['2025 年 3 月 1 日 下午 8:05:09', '2025-03-01T12:05:09Z'],
    ['2025年3月1号', '2025-02-28T16:00:00Z'],
    ['2025年3月1日下午8时05分', '2025-03-01T12:05:00Z'],
    ['2025年3月1日 08时05分09秒', '2025-03-01T00:05:09Z'],
    ['2025/3/1 下午 8:05', '2025-03-01T12:05:00Z'],
    ['2025-03-01 上午8:05:09', '2025-03-01T00:05:09Z'],
    ['２０２５年３月１日　０８：０５', '2025-03-01T00:05:00Z'],
    ['20250301', '2025-02-28T16:00:00Z'],
    ['20250301 08:05', '2025-03-01T00:05:00Z'],
    ['20250301T080509Z', '2025-03-01T08:05:09Z'],
    ['Mar 1, 2025, 8:05:00 PM', '2025-03-01T12:05:00Z'],
    ['Sat Mar 01 2025 08:05:00 GMT+0800', '2025-03-01T00:05:00Z'],
    ['Saturday, March 1, 2025', '2025-02-28T16:00:00Z'],
    ['1-Mar-2025 08:05 PM', '2025-03-01T12:05:00Z'],
    ['1-Mar-25', '2025-02-28T16:00:00Z'],
    ['1 March 2025', '2025-02-28T16:00:00Z'],
    ['Mar 1, 2025 8:05:00 PM', '2025-03-01T12:05:00Z'],
    ['Sat, 01 Mar 2025 08:05:00 +0800', '2025-03-01T00:05:00Z'],
    ['31.12.2025', '2025-12-30T16:00:00Z'],
    ['45717', '2025-02-28T16:00:00Z'],
    ['45717.336805555555', '2025-03-01T00:05:00Z'],
    ['1740787509', '2025-03-01T00:05:09Z'],
    ['1740787509123', '2025-03-01T00:05:09.123Z'],
    ['2024-02-29', '2024-02-28T16:00:00Z'],
    ['2025-02-29', '!not_a_date'],
    ['2025-13-01', '!not_a_date'],
    ['2025-03-01 25:00', '!not_a_date'],
    ['3/4/25', '!date_format_needed'],
    ['03-04-2025 08:05', '!date_format_needed'],
    ['536365', '!not_a_date'],
    ['tomorrow', '!not_a_date'],
    ['0001-01-01', '!date_out_of_range'],
    ['', '!empty'],
  ])('without a format, in Shanghai: %s', (text, expected) => expect(read(text, 'Asia/Shanghai')).toBe(expected));

  it.each([
    ['Europe/Berlin', 'a time that never is', '2025-03-30 02:30', '2025-03-30T01:30:00Z'],
    ['Europe/Berlin', 'just before', '2025-03-30 01:59', '2025-03-30T00:59:00Z'],
    ['Europe/Berlin', 'just after', '2025-03-30 03:00', '2025-03-30T01:00:00Z'],
    ['Europe/Berlin', 'a time that is twice', '2025-10-26 02:30', '2025-10-26T00:30:00Z'],
    ['Europe/Berlin', 'after it', '2025-10-26 03:00', '2025-10-26T02:00:00Z'],
    ['America/New_York', 'a time that never is', '2025-03-09 02:30', '2025-03-09T07:30:00Z'],
    ['America/New_York', 'a time that is twice', '2025-11-02 01:30', '2025-11-02T05:30:00Z'],
    ['Australia/Lord_Howe', 'a gap of half an hour', '2025-10-05 02:15', '2025-10-04T15:45:00Z'],
    ['Asia/Kathmandu', 'an odd offset', '2025-03-01 00:00', '2025-02-28T18:15:00Z'],
    ['Pacific/Apia', 'the day that was left out', '2011-12-30 12:00', '2011-12-30T22:00:00Z'],
  ])('%s: %s', (zone, _what, text, expected) => expect(read(text, zone)).toBe(expected));

  it('refuses zones and formats that are none', () => {
    expect(() => instantParser({ timezone: 'Mars/Olympus' })).toThrow(RangeError);
    for (const dateFormat of ['yyyy-MM', 'dd/MM/yyyy foo', 'HH:mm', 'dd MM dd yyyy']) {
      expect(() => instantParser({ timezone: 'UTC', dateFormat })).toThrow(RangeError);
    }
  });
});
