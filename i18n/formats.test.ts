import { describe, expect, it } from 'vitest';
import { formatsFor } from './formats';

const zh = formatsFor('zh-CN', 'Asia/Shanghai');
const en = formatsFor('en', 'Asia/Shanghai');

describe('formats', () => {
  it('shortens large amounts by 万 and 亿 in Chinese', () => {
    expect(zh.moneyShort(1_234_567_89, 'CNY')).toBe('123.46万 CNY');
    expect(zh.moneyShort(45_678_901_234_00, 'CNY')).toBe('456.79亿 CNY');
    expect(en.moneyShort(1_234_567_89, 'CNY')).toBe('1.23M CNY');
    expect(zh.short(99_999)).toBe('99,999');
  });
  it('knows currencies without minor units', () => {
    expect(en.money(1500, 'JPY')).toBe('JPY 1,500');
    expect(en.money(1550, 'EUR')).toBe('EUR 15.50');
  });
  it('shows the change of a percentage in points', () => {
    expect(en.change(52.14, 50, '%')).toBe('+2.1 pts');
    expect(zh.change(3, 3.5, '%')).toBe('-0.5 个百分点');
    expect(en.change(0.5, 0.5, 'ratio')).toBe('0.00');
    expect(en.change(2400, 2520, 'points')).toBe('-120');
  });
  it('tells as a change what lies between the two values as they are shown', () => {
    expect(en.change(0.3049, 0.3051, 'ratio')).toBe('-0.01');
    expect(en.change(0.147, 0.052, '%')).toBe('0.0 pts');
    expect(en.change(12_500.4, 12_500.6, 'points')).toBe('-1');
  });
  it('tells instants in the zone and days without one', () => {
    expect(en.instant(new Date('2026-03-01T20:30:00Z'))).toBe('Mar 2, 2026, 04:30');
    expect(en.day('2026-03-01')).toBe('Mar 1, 2026');
    expect(zh.day('2026-03-01')).toBe('2026年3月1日');
    expect(zh.span('2026-03-28', 28)).toBe('2026年3月1日 – 2026年3月28日');
    expect(en.span('2026-03-28', 28)).toMatch(/^Mar 1\s–\s28, 2026$/);
  });
  it('says how long ago in one unit', () => {
    const now = new Date('2026-03-10T12:00:00Z');
    expect(en.ago(new Date('2026-03-10T09:00:00Z'), now)).toBe('3 hours ago');
    expect(zh.ago(new Date('2026-03-08T12:00:00Z'), now)).toBe('前天');
    expect(en.hours(26.4)).toBe('26 hours');
    expect(zh.hours(72)).toBe('3天');
  });
  it('names countries and leaves unknown codes alone', () => {
    expect(zh.country('DE')).toBe('德国');
    expect(en.country('??')).toBe('??');
  });
});
